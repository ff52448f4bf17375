/** What the code may not do: syntax of younger phones, code from text, zod, private information without a declaration. */
import type { Program } from 'acorn';
import type { Dist, Finding } from './dist';
import { SYNTAX_YEAR } from './limits';
import { callsOf, parseScript, walk } from './script-tree';

/** Code from text that is known and never runs in WeChat. */
const ALLOWED_CODE_FROM_TEXT = [
  {
    file: 'runtime.js',
    source: 'new Function("return this")',
    reason: "webpack's search for the global object, only where globalThis is missing; WeChat has it",
  },
];

/** WeChat refuses these unless app.json names them (requiredPrivateInfos). */
const PRIVATE_APIS = new Set([
  'getLocation',
  'getFuzzyLocation',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
]);

/** Names that only zod's code has. */
const ZOD = /\bZodError\b|\b_zod\b/;

export function checkScripts(dist: Dist): Finding[] {
  return dist.ofType('.js').flatMap((file) => {
    const source = dist.text(file);
    const findings: Finding[] = [];
    if (ZOD.test(source))
      findings.push({ check: 'zod', where: file, message: 'carries zod; the client imports only its types' });
    const tree = parseScript(source);
    if ('fault' in tree)
      return [...findings, { check: 'syntax', where: file, message: `not ES${SYNTAX_YEAR}: ${tree.fault}` }];
    return [
      ...findings,
      ...lookbehinds(file, tree.program),
      ...codeFromText(file, source, tree.program),
      ...privateApis(dist, file, tree.program),
    ];
  });
}

/** A regular expression of ES2018 that iOS knows only from 16.4: the whole file fails to load. */
function lookbehinds(file: string, program: Program): Finding[] {
  const findings: Finding[] = [];
  walk(program, (node) => {
    if (node.type === 'Literal' && node.regex && /\(\?<[=!]/.test(node.regex.pattern))
      findings.push({ check: 'syntax', where: file, message: `iOS before 16.4 cannot read /${node.regex.pattern}/` });
  });
  return findings;
}

function codeFromText(file: string, source: string, program: Program): Finding[] {
  return ['eval', 'Function']
    .flatMap((name) => callsOf(program, name))
    .map((call) => source.slice(call.start, call.end))
    .filter((text) => !ALLOWED_CODE_FROM_TEXT.some((allowed) => allowed.file === file && allowed.source === text))
    .map((text) => ({ check: 'code from text', where: file, message: `WeChat refuses ${text.slice(0, 80)}` }));
}

function privateApis(dist: Dist, file: string, program: Program): Finding[] {
  const declared = dist.app.requiredPrivateInfos ?? [];
  const used = new Set<string>();
  walk(program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const { property } = node.callee;
    if (property.type === 'Identifier' && PRIVATE_APIS.has(property.name)) used.add(property.name);
  });
  return [...used]
    .filter((name) => !declared.includes(name))
    .map((name) => ({ check: 'private information', where: file, message: `${name} is not in requiredPrivateInfos` }));
}
