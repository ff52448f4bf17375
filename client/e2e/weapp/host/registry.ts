/** The mini-program's pages and components, registered with glass-easel when they are first needed. */
import * as glassEasel from 'glass-easel';
import { CodeSpace, type ComponentEnv, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { CompiledApp } from '../protocol';
import { WeappBackend } from './backend';
import { defineBuiltins } from './builtins';
import { withPlainEvents } from './events';
import type { Modules } from './modules';
import { resolvePath } from './resolve-path';

type Definition = Record<string, unknown>;
type Groups = Record<string, glassEasel.template.ComponentTemplate['content']>;

export class Registry {
  readonly space: CodeSpace;
  readonly backend: ReturnType<MiniProgramEnv['associateBackend']>;
  private readonly groups: Groups;
  private readonly registered = new Set<string>();
  private readonly defined = new Set<string>();
  private current: { path: string; env: ComponentEnv } | undefined;

  constructor(private readonly app: CompiledApp) {
    keepIdsAsWritten();
    // Built-in components find their templates among the app's own.
    this.groups = new Function(`return ${app.templates}`)() as Groups;
    const env = new MiniProgramEnv();
    this.space = env.createCodeSpace('', true);
    defineBuiltins(this.space.getComponentSpace(), (name) => this.template(`host/${name}`));
    const context = new WeappBackend();
    this.backend = env.associateBackend(context);
    context.listen();
    for (const [path, css] of Object.entries(app.styles)) {
      this.backend.registerStyleSheetContent(path, css);
      this.space.addStyleSheet(path, path);
    }
  }

  /** `Page`, `Component` and `Behavior` as the mini-program's files see them; they define what is being loaded now. */
  readonly constructors = {
    Page: (definition: Definition) => this.loading('Page').env.Page(withPlainEvents(definition) as never),
    Component: (definition: Definition) => {
      const methods = withPlainEvents((definition.methods as Definition | undefined) ?? {});
      return this.loading('Component').env.Component({ ...definition, methods } as never);
    },
    Behavior: (definition: Definition) => {
      const methods = withPlainEvents((definition.methods as Definition | undefined) ?? {});
      return this.space.componentEnv('', (env) => env.Behavior({ ...definition, methods } as never));
    },
  };

  /** Registers a page or component and, before it, all that it uses. Throws when it has no module or no template. */
  ensure(path: string, modules: Modules): void {
    if (this.registered.has(path)) return;
    this.registered.add(path);
    const json = this.app.components[path];
    if (!json) throw new Error(`${path} is not in the package`);
    for (const wanted of Object.values(json.usingComponents ?? {})) this.ensure(resolvePath(wanted, path), modules);
    this.space.addComponentStaticConfig(path, json as never);
    this.space.addCompiledTemplate(path, this.template(path));
    this.space.componentEnv(path, (env) => {
      const outer = this.current;
      this.current = { path, env };
      try {
        modules.require(`/${path}`);
      } finally {
        this.current = outer;
      }
    });
    if (!this.defined.has(path)) throw new Error(`${path}.js called neither Page() nor Component()`);
  }

  private loading(name: string): { path: string; env: ComponentEnv } {
    if (!this.current) throw new Error(`${name}() was called while no page or component was loading`);
    this.defined.add(this.current.path);
    return this.current;
  }

  private template(path: string): glassEasel.template.ComponentTemplate {
    const content = this.groups[path];
    if (!content) throw new Error(`no template ${path}`);
    return { groupList: this.groups, content } as unknown as glassEasel.template.ComponentTemplate;
  }
}

/** The adapter prefixes ids for safety; `#id` selectors, of tests and of the app, need them as they are. */
function keepIdsAsWritten(): void {
  type Prepare = (...args: unknown[]) => [glassEasel.ComponentOptions, unknown];
  const prototype = CodeSpace.prototype as unknown as { prepareComponentOptions: Prepare };
  const original = prototype.prepareComponentOptions;
  prototype.prepareComponentOptions = function (...args) {
    const [options, isolation] = original.apply(this, args);
    return [{ ...options, idPrefixGenerator: () => '', writeIdToDOM: true }, isolation];
  };
}
