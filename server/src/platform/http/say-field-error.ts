import type { z } from 'zod';

/** How the parts of a size are counted, by what is measured. */
const UNITS: Readonly<Record<string, string>> = { string: ' 个字', array: ' 项', set: ' 项' };

/**
 * What a person reads beside a field whose contract has no sentence of its own. The library's own translation speaks
 * of types and patterns, which nobody in a village should have to read.
 */
export function sayFieldError(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '请填写' : '格式不对';
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? '请填写'
        : `最少 ${issue.minimum}${UNITS[issue.origin] ?? ''}`;
    case 'too_big':
      return `最多 ${issue.maximum}${UNITS[issue.origin] ?? ''}`;
    case 'invalid_value':
      return '请从给出的里面选一个';
    default:
      return '格式不对';
  }
}
