/**
 * Runs the .js files as WeChat's logic layer does: no browser names, CommonJS by path, a subpackage's code only after
 * the subpackage was loaded.
 */
import type { AppJson } from '../protocol';
import { recordError } from './errors';
import { resolvePath } from './resolve-path';

/**
 * Names that a browser has and WeChat's logic layer has not. `Intl` is missing on WeChat for Android.
 * Timers, Promise and console stay.
 */
const ABSENT_NAMES = [
  'window',
  'self',
  'top',
  'parent',
  'frames',
  'document',
  'location',
  'history',
  'navigator',
  'screen',
  'fetch',
  'Headers',
  'Request',
  'Response',
  'XMLHttpRequest',
  'FormData',
  'Blob',
  'File',
  'FileReader',
  'WebSocket',
  'EventSource',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'MessageChannel',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'cookieStore',
  'URL',
  'URLSearchParams',
  'AbortController',
  'AbortSignal',
  'structuredClone',
  'queueMicrotask',
  'TextEncoder',
  'TextDecoder',
  'btoa',
  'atob',
  'crypto',
  'performance',
  'Image',
  'Audio',
  'Option',
  'Node',
  'Element',
  'HTMLElement',
  'SVGElement',
  'Event',
  'CustomEvent',
  'EventTarget',
  'MutationObserver',
  'IntersectionObserver',
  'ResizeObserver',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'getComputedStyle',
  'matchMedia',
  'alert',
  'confirm',
  'prompt',
  'open',
  'postMessage',
  'scrollTo',
  'speechSynthesis',
  'SpeechSynthesisUtterance',
  'process',
  'Intl',
] as const;

/** In WeChat code cannot be made from text; the shadow keeps `instanceof Function` working. */
const guardedFunction = new Proxy(Function, {
  construct: (_, [code]: unknown[]) => refuseCode(code),
  apply: (_, __, [code]: unknown[]) => refuseCode(code),
});

function refuseCode(code: unknown): never {
  recordError('new Function', `WeChat runs no code from text: ${String(code)}`);
  throw new EvalError('Code generation from strings disallowed for this context');
}

/** A global object without a browser behind it. */
const sandboxGlobal: Record<string, unknown> = {
  Object,
  Array,
  Function: guardedFunction,
  String,
  Number,
  Boolean,
  Symbol,
  BigInt,
  Date,
  RegExp,
  Math,
  JSON,
  Promise,
  Proxy,
  Reflect,
  Map,
  Set,
  WeakMap,
  WeakSet,
  Error,
  TypeError,
  RangeError,
  SyntaxError,
  EvalError,
  ReferenceError,
  URIError,
  ArrayBuffer,
  DataView,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  parseInt,
  parseFloat,
  isNaN,
  isFinite,
  encodeURIComponent,
  decodeURIComponent,
  encodeURI,
  decodeURI,
  escape,
  unescape,
  console,
  setTimeout: window.setTimeout.bind(window),
  clearTimeout: window.clearTimeout.bind(window),
  setInterval: window.setInterval.bind(window),
  clearInterval: window.clearInterval.bind(window),
  NaN,
  Infinity,
  undefined,
};
sandboxGlobal.globalThis = sandboxGlobal;

export class Modules {
  private readonly loaded = new Map<string, { exports: unknown }>();
  private readonly packages = new Set(['']);
  private readonly roots: string[];

  /** `globals` are the names that WeChat gives to every file: wx, App, Page and so on. */
  constructor(
    private readonly scripts: Record<string, string>,
    config: AppJson,
    private readonly globals: Record<string, unknown>,
  ) {
    this.roots = (config.subPackages ?? []).map(({ root }) => root.replace(/^\/|\/$/g, ''));
  }

  /** The subpackage that a path lies in; '' is the main package. */
  packageOf(path: string): string {
    return this.roots.find((root) => path.startsWith(`${root}/`)) ?? '';
  }

  loadPackage(root: string): void {
    this.packages.add(root);
  }

  loadedPackages(): string[] {
    return [...this.packages].filter((root) => root !== '');
  }

  /** Runs a file once. `from` is the file that asks. */
  require(wanted: string, from = ''): unknown {
    const file = this.resolve(wanted, from);
    const ofPackage = this.packageOf(file);
    if (!this.packages.has(ofPackage))
      throw new Error(`${from}: ${file} lies in subpackage ${ofPackage}, which is not loaded`);
    const asking = this.packageOf(from);
    if (from !== '' && ofPackage !== '' && ofPackage !== asking)
      throw new Error(
        `${from}: ${file} lies in another subpackage; WeChat only lets a package see itself and the main one`,
      );

    const known = this.loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.loaded.set(file, module);
    const require = Object.assign((path: string) => this.require(path, file), {
      async: async (path: string) => {
        this.loadPackage(this.packageOf(this.resolve(path, file)));
        return this.require(path);
      },
    });
    const scope: Record<string, unknown> = { ...this.globals, require, module, exports: module.exports };
    for (const name of ABSENT_NAMES) scope[name] = undefined;
    scope.globalThis = sandboxGlobal;
    scope.global = undefined;
    scope.Function = guardedFunction;
    const run = new Function(...Object.keys(scope), `${this.scripts[file]}\n//# sourceURL=weapp:///${file}`);
    run.apply(undefined, Object.values(scope));
    return module.exports;
  }

  private resolve(wanted: string, from: string): string {
    const base = resolvePath(wanted, from);
    const file = [base, `${base}.js`, `${base}/index.js`].find((candidate) => candidate in this.scripts);
    if (!file) throw new Error(`${from}: module ${wanted} is not in the package`);
    return file;
  }
}
