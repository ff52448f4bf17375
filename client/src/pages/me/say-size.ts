/** A size as people read it: 不到 1 KB, 36 KB, 1.2 MB. */
export function saySize(bytes: number): string {
  if (bytes < 1000) return '不到 1 KB';
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
