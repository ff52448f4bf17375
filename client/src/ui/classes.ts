/** Joins the class names that apply: `classes('row', isLarge && 'row--large')`. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
