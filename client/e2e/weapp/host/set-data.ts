/** setData as WeChat's bridge sees it: JSON only, and every byte counted. */
import { component } from 'glass-easel-miniprogram-adapter';
import type { SetDataRow } from '../protocol';
import { recordError } from './errors';

/** WeChat refuses a call above 1,024 kB. */
const CALL_LIMIT_BYTES = 1024 * 1024;

const rows = new Map<string, SetDataRow>();

type Caller = { _$: OwnedElement };
type OwnedElement = { is: string; ownerShadowRoot: { getHostNode(): OwnedElement } | null };

export function watchSetData(): void {
  const prototype = component.ComponentCaller.prototype as unknown as {
    setData(this: Caller, data: Record<string, unknown>, callback?: () => void): void;
  };
  const original = prototype.setData;
  prototype.setData = function (data, callback) {
    const page = pageOf(this._$);
    const refused = refusedPaths(data);
    if (refused.length > 0) recordError('setData', `${page}: WeChat cannot carry ${refused.join(', ')}`);
    const json = JSON.stringify(data);
    count(page, data, new TextEncoder().encode(json).length);
    original.call(this, JSON.parse(json) as Record<string, unknown>, callback);
  };
}

/** Paths of values that JSON has no word for, e.g. `root.cn.[0].p1 (undefined)`. */
function refusedPaths(value: unknown, path = ''): string[] {
  if (value === undefined) return [`${path} (undefined)`];
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    return [`${path} (${typeof value})`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => refusedPaths(inner, path === '' ? key : `${path}.${key}`));
}

function count(page: string, data: Record<string, unknown>, bytes: number): void {
  if (bytes > CALL_LIMIT_BYTES)
    recordError('setData', `${page}: one call of ${bytes} bytes, WeChat's limit is ${CALL_LIMIT_BYTES}`);
  const row = rows.get(page) ?? { page, calls: 0, bytes: 0, largestBytes: 0, keys: {} };
  row.calls += 1;
  row.bytes += bytes;
  row.largestBytes = Math.max(row.largestBytes, bytes);
  for (const key of Object.keys(data)) {
    const shape = key.replace(/\[\d+\]/g, '[]');
    row.keys[shape] = (row.keys[shape] ?? 0) + 1;
  }
  rows.set(page, row);
}

export const setDataRows = (): SetDataRow[] => [...rows.values()];

function pageOf(element: OwnedElement): string {
  let top = element;
  while (top.ownerShadowRoot) top = top.ownerShadowRoot.getHostNode();
  return top.is;
}
