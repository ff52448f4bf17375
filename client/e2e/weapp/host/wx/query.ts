/** wx.createSelectorQuery over the page's DOM; glass-easel's own lacks node() and the page's scroll position. */
import type { GeneralComponent } from 'glass-easel';
import type { Pages } from '../pages';

type Fields = Record<string, unknown>;
type Done = (result: unknown) => void;
interface Wanted {
  scope: unknown;
  selector: string | null;
  all: boolean;
  fields: Fields;
  done: Done | undefined;
}

class SelectorQuery {
  private readonly wanted: Wanted[] = [];
  private scope: unknown;

  constructor(private readonly pages: Pages) {
    this.scope = pages.current().caller;
  }

  in(scope: unknown): this {
    this.scope = scope;
    return this;
  }

  select = (selector: string) => this.node(selector, false);
  selectAll = (selector: string) => this.node(selector, true);
  selectViewport = () => this.node(null, false);

  exec(done?: (results: unknown[]) => void): void {
    setTimeout(() => {
      const results = this.wanted.map((wanted) => {
        const found = this.find(wanted).map((node) => describe(node, wanted.fields));
        const result = wanted.all ? found : (found[0] ?? null);
        wanted.done?.(result);
        return result;
      });
      done?.(results);
    }, 0);
  }

  private node(selector: string | null, all: boolean) {
    const push = (fields: Fields, done?: Done) => {
      this.wanted.push({ scope: this.scope, selector, all, fields, done });
      return this;
    };
    return {
      fields: push,
      boundingClientRect: (done?: Done) => push({ id: true, dataset: true, rect: true, size: true }, done),
      scrollOffset: (done?: Done) => push({ id: true, dataset: true, scrollOffset: true }, done),
      node: (done?: Done) => push({ node: true }, done),
      context: (done?: Done) => push({ node: true }, done),
    };
  }

  private find({ scope, selector, all }: Wanted): HTMLElement[] {
    if (selector === null) return [this.pages.current().frame.scroller];
    const component = ((scope as { _$?: unknown })._$ ?? scope) as GeneralComponent;
    const root = component.getShadowRoot();
    if (!root) return [];
    const found = all ? root.querySelectorAll(selector) : [root.querySelector(selector)];
    return found.filter((each) => each !== null).map((each) => each.getBackendElement() as unknown as HTMLElement);
  }
}

function describe(node: HTMLElement, fields: Fields): Fields {
  const result: Fields = {};
  const viewport = node.classList.contains('wx-document');
  const rect = viewport ? new DOMRect(0, 0, node.clientWidth, node.clientHeight) : node.getBoundingClientRect();
  if (fields.id) result.id = node.id;
  if (fields.dataset) result.dataset = { ...node.dataset };
  if (fields.rect) Object.assign(result, { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom });
  if (fields.size) Object.assign(result, { width: rect.width, height: rect.height });
  if (fields.scrollOffset) {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = node;
    Object.assign(result, { scrollLeft, scrollTop, scrollWidth, scrollHeight });
  }
  if (fields.node) result.node = node.querySelector('canvas') ?? node;
  const styles = (fields.computedStyle ?? []) as string[];
  if (styles.length > 0) {
    const computed = getComputedStyle(node);
    for (const name of styles)
      result[name] = computed.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  }
  return result;
}

export const createSelectorQuery = (pages: Pages) => new SelectorQuery(pages);
