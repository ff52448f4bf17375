/** From the bytes of a workbook to the people in it, with everything in it that must be put right. */
import { COLUMN_RULES, type Headings, readHeadings } from '@xiangyue/shared/features/roster/columns.rules';
import type { Places } from '@xiangyue/shared/features/roster/places.rules';
import type { Finding, RosterCell, RosterColumn, RosterPerson } from '@xiangyue/shared/features/roster/roster';
import type { ImportFault } from '@xiangyue/shared/features/roster/roster.problems';
import { isExample, type RosterLine, readLine } from '@xiangyue/shared/features/roster/rows.rules';
import { readXlsx, type XlsxVisitor } from '../../platform/xlsx/read-xlsx';
import type { MergedRange, SheetRow } from '../../platform/xlsx/xlsx-cells';
import { XlsxError } from '../../platform/xlsx/xlsx-limits';
import { lettersOf } from '../../platform/xlsx/xlsx-text';

/** Rows with something in them among which the headings are: a title, a date, a note may stand above. */
const HEADING_ROWS = 10;
/** Names of columns and sheets that are told of. */
const TOLD_LIMIT = 30;
const TOLD_CHARACTERS = 40;

export interface ReadRoster {
  readonly people: readonly RosterPerson[];
  readonly findings: readonly Finding[];
  /** Names of the sheets in the order of their tabs. */
  readonly sheets: readonly string[];
  readonly unreadColumns: readonly string[];
  readonly unreadSheets: readonly string[];
}

/** The file as a whole is of no use. */
export class RosterFileError extends Error {
  override readonly name = 'RosterFileError';

  constructor(
    readonly fault: ImportFault,
    cause?: unknown,
  ) {
    super(fault, { cause });
  }
}

/**
 * Reads every visible sheet that has the roster's headings. Throws a RosterFileError when there is none, when nobody is in
 * it, or when it is no workbook.
 * @param pause called now and then with the number of lines read so far
 */
export async function readRoster(
  bytes: Buffer,
  places: Places,
  today: string,
  pause: (lines: number) => Promise<void>,
): Promise<ReadRoster> {
  const reader = new RosterReader(places, today, pause);
  try {
    await readXlsx(bytes, reader);
    return reader.result();
  } catch (error) {
    if (error instanceof XlsxError) throw new RosterFileError(`roster.${error.fault}`, error);
    throw error;
  }
}

/** A sheet on its way: its headings once they were seen. */
interface Sheet {
  readonly name: string;
  rowsBefore: number;
  headings: Headings | null;
  headingRow: number;
}

/** What makes a line one about somebody. Sums, signatures and notes below the list have none of these. */
const OF_A_PERSON: readonly RosterColumn[] = ['number', 'name', 'relation', 'idNumber'];

class RosterReader implements XlsxVisitor {
  private readonly people: RosterPerson[] = [];
  private readonly findings: Finding[] = [];
  private readonly unreadColumns = new Set<string>();
  private readonly sheets: Sheet[] = [];
  private daysFrom1904 = false;
  private lines = 0;

  constructor(
    private readonly places: Places,
    private readonly today: string,
    private readonly report: (lines: number) => Promise<void>,
  ) {}

  begin(daysFrom1904: boolean): void {
    this.daysFrom1904 = daysFrom1904;
  }

  sheet(name: string): boolean {
    this.sheets.push({ name, rowsBefore: 0, headings: null, headingRow: 0 });
    return true;
  }

  private get current(): Sheet {
    return this.sheets.at(-1) as Sheet;
  }

  row({ row, cells }: SheetRow): void {
    const sheet = this.current;
    if (sheet.headings) this.line(sheet.name, sheet.headings, row, cells);
    else if (sheet.rowsBefore++ < HEADING_ROWS) this.lookForHeadings(sheet, row, cells);
  }

  private lookForHeadings(sheet: Sheet, row: number, cells: ReadonlyMap<number, RosterCell>): void {
    const headings = readHeadings(cells);
    if (!headings) return;
    sheet.headings = headings;
    sheet.headingRow = row;
    for (const words of headings.unread) this.unreadColumns.add(words.slice(0, TOLD_CHARACTERS));
    const tell = (column: RosterColumn, message: string) =>
      this.findings.push({ sheet: sheet.name, row, column: '', heading: COLUMN_RULES[column].heading, message });
    for (const column of headings.missing) tell(column, `表头里没有“${COLUMN_RULES[column].heading}”这一列，请加上`);
    for (const column of headings.doubled) tell(column, `表头里有两列“${COLUMN_RULES[column].heading}”，请只留一列`);
  }

  private line(sheet: string, headings: Headings, row: number, found: ReadonlyMap<number, RosterCell>): void {
    // Without a needed column every line would have the same finding.
    if (headings.missing.length > 0) return;
    const cells: Partial<Record<RosterColumn, RosterCell>> = {};
    const letters: Partial<Record<RosterColumn, string>> = {};
    for (const [column, at] of headings.columns) {
      const cell = found.get(at);
      if (cell) cells[column] = cell;
      letters[column] = lettersOf(at);
    }
    const line: RosterLine = { at: { sheet, row }, cells, letters };
    if (!OF_A_PERSON.some((column) => cells[column]) || isExample(line)) return;
    this.lines++;
    const { person, findings } = readLine(line, this.places, { today: this.today, daysFrom1904: this.daysFrom1904 });
    this.findings.push(...findings);
    if (person) this.people.push(person);
  }

  merged({ fromRow, toRow, fromColumn, toColumn }: MergedRange): void {
    const { name, headings, headingRow } = this.current;
    if (!headings || toRow <= headingRow) return;
    const hit = [...headings.columns].find(([, at]) => at >= fromColumn && at <= toColumn);
    if (!hit) return;
    const [column, at] = hit;
    const range = `${lettersOf(fromColumn)}${fromRow}:${lettersOf(toColumn)}${toRow}`;
    this.findings.push({
      sheet: name,
      row: fromRow,
      column: lettersOf(at),
      heading: COLUMN_RULES[column].heading,
      message: `${range} 是合并的单元格。请取消合并，每一行都填上`,
    });
  }

  pause(): Promise<void> {
    return this.report(this.lines);
  }

  result(): ReadRoster {
    if (this.sheets.every(({ headings }) => headings === null)) throw new RosterFileError('roster.headingsMissing');
    if (this.lines === 0 && this.findings.length === 0) throw new RosterFileError('roster.empty');
    const unreadSheets = this.sheets.filter(({ headings, rowsBefore }) => headings === null && rowsBefore > 0);
    return {
      people: this.people,
      findings: this.findings,
      sheets: this.sheets.map(({ name }) => name),
      unreadColumns: [...this.unreadColumns].slice(0, TOLD_LIMIT),
      unreadSheets: unreadSheets.slice(0, TOLD_LIMIT).map(({ name }) => name.slice(0, TOLD_CHARACTERS)),
    };
  }
}
