/**
 * WXSS for a browser: @import inlined, rpx and vh as calc(), tag selectors renamed, a page's rules kept to that page.
 * In WeChat every page is a web view of its own; here all pages share one document.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type AtRule, type Root } from 'postcss';
import { BUILTIN_TAGS } from './tags';

const TAGS: ReadonlySet<string> = new Set(['page', ...BUILTIN_TAGS]);

/** Reads one .wxss of `dist`; with `route`, its rules reach only that page. Throws when an @import has no target. */
export function browserCss(dist: string, file: string, route?: string): string {
  const root = inlined(dist, file, []);
  root.walkDecls((declaration) => {
    declaration.value = browserLengths(declaration.value);
  });
  root.walkRules((rule) => {
    const parent = rule.parent;
    if (parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')) return;
    rule.selectors = rule.selectors.map((selector) => browserSelector(selector, route));
  });
  return root.toString();
}

function inlined(dist: string, file: string, seen: string[]): Root {
  if (seen.includes(file)) throw new Error(`${file}: @import in a circle (${seen.join(' → ')})`);
  const root = postcss.parse(readFileSync(path.join(dist, file), 'utf8'), { from: file });
  root.walkAtRules('import', (rule) => {
    const target = rule.params.replace(/^url\(|\)$/g, '').replace(/["']/g, '');
    const wanted = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(file), target);
    rule.replaceWith(inlined(dist, wanted, [...seen, file]).nodes);
  });
  return root;
}

/** `20rpx` → `calc(20 * var(--rpx))`; 100vh is the page's own height, without the bars that WeChat draws. */
export function browserLengths(value: string): string {
  return value.replace(/(-?(?:\d+\.?\d*|\.\d+))(rpx|vh)(?![\w-])/g, (_, amount: string, unit: string) => {
    return `calc(${amount} * var(--${unit}))`;
  });
}

/** Zero-weight scoping (`:where`) keeps WeChat's order of precedence between app.wxss and a page's own rules. */
function browserSelector(selector: string, route: string | undefined): string {
  const renamed = selector
    .replace(/:root\b/g, '.wx-document')
    .replace(/(^|[\s>+~,(])([a-z][a-z-]*)(?![\w(-])/g, (all, before: string, tag: string) =>
      TAGS.has(tag) ? `${before}wx-${tag}` : all,
    );
  return route === undefined ? renamed : `:where([data-route="${route}"]) ${renamed}`;
}
