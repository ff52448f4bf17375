/**
 * Reads what people have typed into the sheets of an .xlsx workbook, row by row, in little memory and within limits. Looks,
 * widths, pictures and macros are not looked at; formulas are not computed but reported, so that nobody's number is guessed.
 */
import { SheetReader } from './sheet-reader';
import { readSharedTexts, readWorkbook, type SheetEntry } from './workbook-parts';
import { XlsxArchive } from './xlsx-archive';
import type { MergedRange, SheetRow } from './xlsx-cells';
import { XLSX_LIMITS, XlsxError } from './xlsx-limits';

export interface XlsxVisitor {
  /** Said first. @param daysFrom1904 whether days are counted from 1904, as old Macs did, instead of 1900 */
  begin?(daysFrom1904: boolean): void;
  /** A sheet begins. `false` passes it over. */
  sheet(name: string): boolean;
  row(row: SheetRow): void;
  /** Told after the rows of its sheet. */
  merged(range: MergedRange): void;
  /** A chunk was read; a place to report progress and to stop by throwing. */
  pause?(): Promise<void>;
}

/**
 * Visits every visible sheet in the order of its tabs. Throws an XlsxError for what is no workbook or too much of one.
 */
export async function readXlsx(bytes: Buffer, visitor: XlsxVisitor): Promise<void> {
  const archive = await XlsxArchive.open(bytes);
  const workbook = await readWorkbook(archive);
  visitor.begin?.(workbook.daysFrom1904);
  if (workbook.sheets.length > XLSX_LIMITS.sheets) throw new XlsxError('tooLarge');
  const sharedTexts = await readSharedTexts(archive, workbook.sharedTextsPart);
  let rows = 0;
  const countRow = (row: SheetRow) => {
    if (++rows > XLSX_LIMITS.rows) throw new XlsxError('tooManyRows');
    visitor.row(row);
  };
  const pause = async () => visitor.pause?.();
  for (const sheet of workbook.sheets.filter(isShown)) {
    if (!visitor.sheet(sheet.name)) continue;
    const reader = new SheetReader(sharedTexts, countRow, (range) => visitor.merged(range));
    await reader.read(archive.read(sheet.part), pause);
  }
}

function isShown({ isHidden }: SheetEntry): boolean {
  return !isHidden;
}
