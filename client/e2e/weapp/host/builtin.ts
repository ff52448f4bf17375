/** What a built-in component is made of; builtins.ts registers them all. */

export type Props = Record<string, unknown>;

export interface Mounted {
  host: HTMLElement;
  /** Properties as they are now. */
  props(): Props;
  /** What an event would name as its target. */
  identity(): { id: string; dataset: unknown };
  /** Sends a component event; WeChat's do not bubble. */
  emit(type: string, detail?: unknown): void;
  /** Hears a tap that reached the component and was not caught inside; `target` is what the finger was on. */
  onTap(run: (target: Element) => void): void;
}

export interface Builtin {
  /** Property names in camel case, with WeChat's defaults. */
  props?: Props;
  template?: 'slot' | 'empty' | 'track';
  /** Runs when the component enters the page; the function it gives runs then and after each change of properties. */
  mount?(mounted: Mounted): (props: Props) => void;
  /** In place of `mount`, for a component that never looks the other way. */
  start?(mounted: Mounted): void;
}

/** A property of an unknown type as text; null and undefined are ''. */
export const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** Reflects a property as an attribute, for WeChat's own look and for tests. */
export function reflect(host: HTMLElement, name: string, value: unknown): void {
  if (value === false || value === null || value === undefined || value === '') host.removeAttribute(name);
  else host.setAttribute(name, value === true ? '' : String(value));
}
