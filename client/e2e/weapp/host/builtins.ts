/** WeChat's built-in components for glass-easel: each a few lines of DOM, its properties and its events. */
import type * as glassEasel from 'glass-easel';
import { BUILTIN_TAGS } from '../tags';
import type { Builtin, Mounted, Props } from './builtin';
import { CONTAINERS } from './builtins-containers';
import { CONTROLS } from './builtins-controls';
import { FIELDS } from './builtins-fields';
import { PLAIN } from './builtins-plain';
import { recordError } from './errors';

type Template = glassEasel.template.ComponentTemplate;
type Instance = glassEasel.GeneralComponent & { update?: ((props: Props) => void) | undefined };

export function defineBuiltins(space: glassEasel.ComponentSpace, template: (name: string) => Template): void {
  const drawn: Record<string, Builtin> = { ...PLAIN, ...CONTAINERS, ...FIELDS, ...CONTROLS };
  for (const tag of BUILTIN_TAGS)
    space.setGlobalUsingComponent(tag, define(space, tag, drawn[tag] ?? notDrawn(tag), template));
}

/** True when the host draws `tag`; `wx.canIUse` asks. */
export function isDrawn(tag: string): boolean {
  return tag in PLAIN || tag in CONTAINERS || tag in FIELDS || tag in CONTROLS;
}

function define(space: glassEasel.ComponentSpace, tag: string, builtin: Builtin, template: (name: string) => Template) {
  const properties = Object.fromEntries(
    Object.entries(builtin.props ?? {}).map(([name, value]) => [name, { type: null, value }]),
  );
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
          identity: () => ({ id: this.id, dataset: { ...this.dataset } }),
          emit: (type, detail = {}) => this.triggerEvent(type, detail as never, {}),
          onTap: (run) =>
            this.addListener('tap', (event) => run((event.getOriginalEvent() as UIEvent).target as Element)),
        };
        this.update = builtin.mount?.(mounted);
        builtin.start?.(mounted);
        this.update?.(this.data as Props);
      },
    },
  } as never) as unknown as glassEasel.GeneralComponentDefinition;
}

/** Better a failing journey than a component that silently shows nothing. */
function notDrawn(tag: string): Builtin {
  return { start: () => recordError('component', `<${tag}> is not drawn by the host`) };
}
