/** Reads the output of `taro build --type weapp`, unmodified, into what the host runs. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { BUILTIN_TEMPLATES } from './host/builtin-templates';
import type { AppJson, CompiledApp, PageJson } from './protocol';
import { BUILTIN_TAGS, TEMPLATE_TAGS } from './tags';
import { browserCss } from './wxss';

/** The compiler's own scale: 3 is an error, 2 may be one (`ParseErrorLevel` of glass-easel-template-compiler). */
const ERROR_LEVEL = 3;

/** Throws with every fault found, so that a broken build is explained in one go. */
export function compileDist(dist: string): CompiledApp {
  const files = listFiles(dist);
  const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');
  const config = JSON.parse(read('app.json')) as AppJson;
  const faults: string[] = [];

  const components: Record<string, PageJson> = {};
  for (const file of ofType(files, '.json')) {
    const base = withoutSuffix(file);
    if (files.includes(`${base}.wxml`)) components[base] = JSON.parse(read(file)) as PageJson;
  }
  const pages = new Set(pagePaths(config));
  for (const page of pages) if (!components[page]) faults.push(`${page}: no .json with a .wxml beside it`);

  const styles: Record<string, string> = {};
  for (const file of ofType(files, '.wxss')) {
    const base = withoutSuffix(file);
    if (base === 'app') styles.app = browserCss(dist, file);
    else if (pages.has(base)) styles[base] = browserCss(dist, file, base);
    else if (components[base]?.component && components[base].styleIsolation !== 'apply-shared')
      faults.push(`${file}: the host cannot isolate a component's styles; use styleIsolation apply-shared`);
  }

  const templates = compileTemplates(files, read, components, faults);
  const scripts = Object.fromEntries(ofType(files, '.js').map((file) => [file, read(file)]));
  if (faults.length > 0) throw new Error(`the weapp build has faults:\n  ${faults.join('\n  ')}`);
  return { config, components, styles, templates, scripts };
}

function compileTemplates(
  files: string[],
  read: (file: string) => string,
  components: Record<string, PageJson>,
  faults: string[],
): string {
  const known = new Set<string>([...BUILTIN_TAGS, ...TEMPLATE_TAGS]);
  for (const json of Object.values(components))
    for (const tag of Object.keys(json.usingComponents ?? {})) known.add(tag);

  const group = new TmplGroup();
  const add = (templatePath: string, source: string) => {
    const problems = group.addTmpl(templatePath, source) as { level: number; message: string; startLine: number }[];
    for (const problem of problems)
      if (problem.level >= ERROR_LEVEL)
        faults.push(`${templatePath}.wxml:${problem.startLine + 1}: ${problem.message}`);
  };
  for (const [name, source] of Object.entries(BUILTIN_TEMPLATES)) add(`host/${name}`, source);
  for (const file of ofType(files, '.wxs')) group.addScript(withoutSuffix(file), read(file));
  for (const file of ofType(files, '.wxml')) {
    const source = read(file);
    for (const [, tag = ''] of source.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<([a-z][\w-]*)/g))
      if (!known.has(tag)) faults.push(`${file}: <${tag}> is neither built in nor in usingComponents`);
    add(withoutSuffix(file), source);
  }
  const compiled = group.getTmplGenObjectGroups();
  group.free();
  return compiled;
}

/** Every page, main package first, as WeChat counts them. */
export function pagePaths(config: AppJson): string[] {
  const inPackages = (config.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => path.posix.join(root, page)),
  );
  return [...config.pages, ...inPackages];
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

const ofType = (files: string[], suffix: string) => files.filter((file) => file.endsWith(suffix));
const withoutSuffix = (file: string) => file.replace(/\.\w+$/, '');
