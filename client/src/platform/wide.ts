/** True on the web where the window is as wide as the frame with the list at its side (ui/page.scss): an office's desktop. */
export function isWide(): boolean {
  return window.innerWidth >= 900;
}
