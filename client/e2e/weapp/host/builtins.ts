/** WeChat's built-in components for glass-easel: each a few lines of DOM, its properties and its events. */
import type * as glassEasel from 'glass-easel';
import { BUILTIN_TAGS } from '../tags';
import { CONTAINERS } from './builtins-containers';
import { CONTROLS } from './builtins-controls';
import { FIELDS } from './builtins-fields';
import { PLAIN } from './builtins-plain';
import { recordError } from './errors';

export type Props = Record<string, unknown>;

export interface Mounted {
  host: HTMLElement;
  /** Properties as they are now. */
  props(): Props;
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
  mount?(mounted: Mounted): ((props: Props) => void) | void;
}

type Template = glassEasel.template.ComponentTemplate;
type Instance = glassEasel.GeneralComponent & { update?: ((props: Props) => void) | undefined };

export function defineBuiltins(space: glassEasel.ComponentSpace, template: (name: string) => Template): void {
  const drawn: Record<string, Builtin> = { ...PLAIN, ...CONTAINERS, ...FIELDS, ...CONTROLS };
  for (const tag of BUILTIN_TAGS) space.setGlobalUsingComponent(tag, define(space, tag, drawn[tag] ?? notDrawn(tag), template));
}

/** True when the host draws `tag`; `wx.canIUse` asks. */
export function isDrawn(tag: string): boolean {
  return tag in PLAIN || tag in CONTAINERS || tag in FIELDS || tag in CONTROLS;
}

function define(space: glassEasel.ComponentSpace, tag: string, builtin: Builtin, template: (name: string) => Template) {
  const properties = Object.fromEntries(Object.entries(builtin.props ?? {}).map(([name, value]) => [name, { type: null, value }]));
  return space.defineComponent({
    is: tag,
    options: { idPrefixGenerator: () => '', writeIdToDOM: true },
    template: template(builtin.template ?? 'slot'),
    properties: { ...properties, disabled: { type: null, value: false } },
    observers: {
      '**'(this: Instance) {
        this.update?.(this.data as Props);
      },
    },
    lifetimes: {
      attached(this: Instance) {
        const mounted: Mounted = {
          host: this.getBackendElement() as unknown as HTMLElement,
          props: () => this.data as Props,
          emit: (type, detail = {}) => this.triggerEvent(type, detail as never, {}),
          onTap: (run) => this.addListener('tap', (event) => run((event.getOriginalEvent() as UIEvent).target as Element)),
        };
        this.update = builtin.mount?.(mounted) ?? undefined;
        this.update?.(this.data as Props);
      },
    },
  } as never) as unknown as glassEasel.GeneralComponentDefinition;
}

/** Better a failing journey than a component that silently shows nothing. */
function notDrawn(tag: string): Builtin {
  return { mount: () => recordError('component', `<${tag}> is not drawn by the host`) };
}

/** A property of an unknown type as text; null and undefined are ''. */
export const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** Reflects a property as an attribute, for WeChat's own look and for tests. */
export function reflect(host: HTMLElement, name: string, value: unknown): void {
  if (value === false || value === null || value === undefined || value === '') host.removeAttribute(name);
  else host.setAttribute(name, value === true ? '' : String(value));
}
