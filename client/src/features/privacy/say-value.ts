import { sayDate, sayMoment } from '@xiangyue/shared/kernel/time';

type Value = string | number | boolean | null | readonly string[];

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A kept value as people read it: times and days in words, 是 and 没有 for true and nothing. */
export function sayValue(value: Value, nowMs: number): string {
  if (value === null || value === '') return '没有填';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return value.length > 0 ? value.map((one) => sayValue(one, nowMs)).join('、') : '没有';
  const text = String(value);
  if (INSTANT.test(text)) return sayMoment(Date.parse(text), nowMs);
  return DATE.test(text) ? sayDate(text) : text;
}
