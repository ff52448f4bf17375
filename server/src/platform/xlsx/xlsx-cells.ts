/** What a sheet holds, as it is read. */

/** What stands in a cell. A date is the number of a day, as spreadsheets keep it; who reads it knows the column. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'formula' }
  /** 是/否 as the spreadsheet's own TRUE and FALSE. */
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#N/A` and its like. */
  | { readonly kind: 'error' };

/** A row that holds something. */
export interface SheetRow {
  /** As the spreadsheet counts: from 1. */
  readonly row: number;
  /** By column from 0; empty cells are not among them. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** Cells made one. Rows as the spreadsheet counts, columns from 0; both ends are part of it. */
export interface MergedRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}
