/** The host's own TypeScript as one script for the page, with the two glass-easel packages. No bundler needed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { transformSync } from '@swc/core';

const HOST_ENTRY = path.join(__dirname, 'host', 'main.ts');
const PACKAGES = ['glass-easel', 'glass-easel-miniprogram-adapter'];

let built: string | undefined;

/** Defines `startWeappHost(input)` on the page; built once a process. */
export function hostScript(): string {
  built ??= build();
  return built;
}

function build(): string {
  const modules: string[] = [];
  const require = createRequire(__filename);
  for (const name of PACKAGES) modules.push(moduleSource(name, readFileSync(require.resolve(name), 'utf8')));

  const waiting = [HOST_ENTRY];
  const seen = new Set(waiting);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const folder = path.dirname(file);
    const code = transformSync(readFileSync(file, 'utf8'), {
      filename: file,
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    }).code.replace(/require\("(\.[^"]*)"\)/g, (_, wanted: string) => {
      const target = `${path.resolve(folder, wanted)}.ts`;
      if (!seen.has(target)) {
        seen.add(target);
        waiting.push(target);
      }
      return `require(${JSON.stringify(target)})`;
    });
    modules.push(moduleSource(file, code));
  }

  return `(() => {
const sources = {${modules.join(',\n')}};
const loaded = {};
// glass-easel asks whether it runs for development; production is what a phone runs
const process = { env: { NODE_ENV: 'production' } };
function load(name) {
  if (!sources[name]) throw new Error('the host has no module ' + name);
  if (!loaded[name]) {
    loaded[name] = { exports: {} };
    sources[name](loaded[name].exports, load, loaded[name], process);
  }
  return loaded[name].exports;
}
window.startWeappHost = (input) => load(${JSON.stringify(HOST_ENTRY)}).start(input);
})();`;
}

function moduleSource(name: string, code: string): string {
  return `${JSON.stringify(name)}: function (exports, require, module, process) {\n${code}\n}`;
}
