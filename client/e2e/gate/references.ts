/** Whatever a file names must be there, and within reach of its package. */
import { type Dist, type Finding, resolveIn } from './dist';
import { callsOf, parseScript } from './script-tree';

export function checkReferences(dist: Dist): Finding[] {
  return [...pageFiles(dist), ...components(dist), ...templates(dist), ...styles(dist), ...scripts(dist)];
}

function pageFiles(dist: Dist): Finding[] {
  return dist.pages.flatMap((page) =>
    ['.js', '.wxml', '.json']
      .filter((suffix) => !dist.has(page + suffix))
      .map((suffix) => missing('app.json', page + suffix)),
  );
}

function components(dist: Dist): Finding[] {
  return dist.ofType('.json').flatMap((file) => {
    const { usingComponents = {} } = JSON.parse(dist.text(file)) as { usingComponents?: Record<string, string> };
    return Object.entries(usingComponents).flatMap(([tag, wanted]) => {
      const plugin = /^plugin:\/\/([^/]+)/.exec(wanted)?.[1];
      if (plugin) return plugin in (dist.app.plugins ?? {}) ? [] : [missing(file, `plugin ${plugin} of <${tag}>`)];
      const target = resolveIn(file, wanted);
      return ['.js', '.wxml', '.json'].flatMap((suffix) => reach(dist, file, target + suffix));
    });
  });
}

function templates(dist: Dist): Finding[] {
  return dist.ofType('.wxml').flatMap((file) =>
    [...dist.text(file).matchAll(/<(import|include|wxs)\b[^>]*?\bsrc="([^"]*)"/g)].flatMap(([, tag, wanted = '']) => {
      const suffix = tag === 'wxs' ? '.wxs' : '.wxml';
      return reach(dist, file, resolveIn(file, wanted.endsWith(suffix) ? wanted : wanted + suffix));
    }),
  );
}

function styles(dist: Dist): Finding[] {
  return dist
    .ofType('.wxss')
    .flatMap((file) =>
      [...dist.text(file).matchAll(/@import\s+(?:url\()?["']?([^"');]+)/g)].flatMap(([, wanted = '']) =>
        reach(dist, file, resolveIn(file, wanted)),
      ),
    );
}

function scripts(dist: Dist): Finding[] {
  return dist.ofType('.js').flatMap((file) => {
    const tree = parseScript(dist.text(file));
    // What does not parse is the syntax check's finding.
    if ('fault' in tree) return [];
    return callsOf(tree.program, 'require').flatMap((call) => {
      const [argument] = call.arguments;
      if (argument?.type !== 'Literal' || typeof argument.value !== 'string') return [];
      const base = resolveIn(file, argument.value);
      const target = [base, `${base}.js`, `${base}/index.js`].find((candidate) => dist.has(candidate));
      return target ? reach(dist, file, target) : [missing(file, argument.value)];
    });
  });
}

/** A package sees itself and the main package; main sees only itself. */
function reach(dist: Dist, from: string, target: string): Finding[] {
  if (!dist.has(target)) return [missing(from, target)];
  const [own, other] = [dist.packageOf(from), dist.packageOf(target)];
  if (other === '' || other === own) return [];
  return [{ check: 'reference', where: from, message: `${target} lies in subpackage ${other}, out of reach` }];
}

const missing = (where: string, target: string): Finding => ({
  check: 'reference',
  where,
  message: `${target} is missing`,
});
