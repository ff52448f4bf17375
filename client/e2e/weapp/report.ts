/** setData per page as a table: a figure that does not depend on the machine. */
import type { SetDataRow } from './protocol';

export function setDataTable(rows: readonly SetDataRow[]): string {
  const lines = [['page', 'setData', 'bytes', 'largest'], ...rows.map((row) => [row.page, ...[row.calls, row.bytes, row.largestBytes].map(String)])];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) => line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '))
    .join('\n');
}
