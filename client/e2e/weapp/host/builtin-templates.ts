/** Inner templates of built-in components, compiled with the app's. `dom-div` is the browser's own div. */
export const BUILTIN_TEMPLATES: Readonly<Record<string, string>> = {
  slot: '<slot />',
  /** For those that draw themselves: what the mini-program puts inside is not shown, as in WeChat. */
  empty: '',
  track: '<dom-div class="wx-track"><slot /></dom-div>',
};
