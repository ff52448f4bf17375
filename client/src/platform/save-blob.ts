/** The web only: has the browser save a file under this name. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the file by then; until it is let go it stays in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
