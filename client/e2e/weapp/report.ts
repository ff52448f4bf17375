/** setData per page as a table: a figure that does not depend on the machine. */
import type { SetDataRow } from './protocol';

export function setDataTable(rows: readonly SetDataRow[]): string {
  const lines = [
    ['page', 'setData', 'bytes', 'largest'],
    ...rows.map((row) => [row.page, ...[row.calls, row.bytes, row.largestBytes].map(String)]),
  ];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}

/** Sums the rows of several starts, page by page. */
export function mergedRows(rows: readonly SetDataRow[]): SetDataRow[] {
  const byPage = new Map<string, SetDataRow>();
  for (const row of rows) {
    const sum = byPage.get(row.page) ?? { page: row.page, calls: 0, bytes: 0, largestBytes: 0, keys: {} };
    sum.calls += row.calls;
    sum.bytes += row.bytes;
    sum.largestBytes = Math.max(sum.largestBytes, row.largestBytes);
    for (const [key, times] of Object.entries(row.keys)) sum.keys[key] = (sum.keys[key] ?? 0) + times;
    byPage.set(row.page, sum);
  }
  return [...byPage.values()];
}
