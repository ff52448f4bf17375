/** JavaScript of the build as a syntax tree, and a walk over it. */
import { type AnyNode, type CallExpression, type Identifier, type NewExpression, type Program, parse } from 'acorn';
import { SYNTAX_YEAR } from './limits';

/** The program, or why a phone could not read it. */
export function parseScript(source: string): { program: Program } | { fault: string } {
  try {
    return {
      program: parse(source, { ecmaVersion: SYNTAX_YEAR, sourceType: 'script', allowReturnOutsideFunction: true }),
    };
  } catch (fault) {
    if (fault instanceof SyntaxError) return { fault: fault.message };
    throw fault;
  }
}

export function walk(node: AnyNode, visit: (node: AnyNode) => void): void {
  visit(node);
  for (const value of Object.values(node))
    for (const inner of Array.isArray(value) ? value : [value]) if (isNode(inner)) walk(inner, visit);
}

/** Calls of, and `new` on, a plain name. */
export function callsOf(program: Program, name: string): (CallExpression | NewExpression)[] {
  const calls: (CallExpression | NewExpression)[] = [];
  walk(program, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    if (node.callee.type === 'Identifier' && (node.callee as Identifier).name === name) calls.push(node);
  });
  return calls;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
