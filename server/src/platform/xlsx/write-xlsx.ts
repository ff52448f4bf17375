/**
 * Writes a workbook of texts, as it is sent: rows are asked for as the receiver takes them, so that a county's roster needs
 * no more memory than a village's. Every cell is text, also in rows that people add, so that a spreadsheet neither rounds an
 * identity number nor turns a house number into a date.
 */
import { PassThrough, Readable } from 'node:stream';
import type { FileAnswer } from '@xiangyue/shared/kernel/transfer';
import { ZipFile } from 'yazl';
import * as parts from './xlsx-skeleton';
import { lettersOf } from './xlsx-text';

export interface ColumnToWrite {
  readonly heading: string;
  /** In letters of a plain font; a Chinese character takes two. */
  readonly widthCharacters: number;
  /** What can be picked from a list in every row; other values are refused by the spreadsheet, with this sentence. */
  readonly choices?: { readonly values: readonly string[]; readonly refusal: string };
}

/** `example` is grey and slanting, `note` is broken into lines. */
export type RowLook = 'plain' | 'example' | 'note';

export interface RowToWrite {
  readonly look?: RowLook;
  /** From the left; '' leaves a cell empty. */
  readonly texts: readonly string[];
}

export interface SheetToWrite {
  /** Up to 31 characters, none of \ / ? * [ ] : */
  readonly name: string;
  readonly columns: readonly ColumnToWrite[];
  readonly rows: Iterable<RowToWrite> | AsyncIterable<RowToWrite>;
}

/** Rows below the last written one in which choices are offered. */
const CHOICE_ROWS = 5_000;
/** The sheet that holds the lists of choices; nobody needs to see it. */
const CHOICES_SHEET = '选项';
/** One date for all parts: the same content is the same file. */
const PART_DATE = new Date('2026-01-01T00:00:00Z');

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as an answer. @param name without its ending */
export function workbook(name: string, sheets: readonly SheetToWrite[]): FileAnswer {
  return { name: `${name}.xlsx`, mediaType: XLSX_TYPE, bytes: writeXlsx(sheets) };
}

/** The file as it is made. An error of the rows destroys the stream. */
export function writeXlsx(sheets: readonly SheetToWrite[]): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  const fail = (error: Error) => output.destroy(error);
  const lists = listsOf(sheets);
  const all = lists.length > 0 ? [...sheets, choicesSheet(lists)] : sheets;
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name, { mtime: PART_DATE });
  add('[Content_Types].xml', parts.contentTypes(all.length));
  add('_rels/.rels', parts.ROOT_RELATIONS);
  add(
    'xl/workbook.xml',
    parts.workbook(
      all.map(({ name }) => name),
      lists.length > 0,
    ),
  );
  add('xl/_rels/workbook.xml.rels', parts.workbookRelations(all.length));
  add('xl/styles.xml', parts.STYLES);
  all.forEach((sheet, i) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${i + 1}.xml`, { mtime: PART_DATE }, (give) => {
      const stream = Readable.from(sheetXml(sheet, lists));
      stream.once('error', fail);
      // Whoever went away takes no more rows, and lets go of what they are read from.
      output.once('close', () => stream.destroy());
      give(null, stream);
    });
  });
  zip.once('error', fail);
  zip.end();
  zip.outputStream.pipe(output);
  return output;
}

interface ChoiceList {
  readonly values: readonly string[];
  /** `选项!$A$1:$A$10` */
  readonly range: string;
}

function listsOf(sheets: readonly SheetToWrite[]): ChoiceList[] {
  const lists = sheets.flatMap(({ columns }) => columns.flatMap(({ choices }) => (choices ? [choices.values] : [])));
  return lists.map((values, i) => {
    const letters = lettersOf(i);
    return { values, range: `${CHOICES_SHEET}!$${letters}$1:$${letters}$${values.length}` };
  });
}

/** One list a column, without a heading. */
function choicesSheet(lists: readonly ChoiceList[]): SheetToWrite {
  const height = Math.max(...lists.map(({ values }) => values.length));
  const rows = Array.from({ length: height }, (_, i) => ({ texts: lists.map(({ values }) => values[i] ?? '') }));
  return { name: CHOICES_SHEET, columns: [], rows };
}

async function* sheetXml({ columns, rows }: SheetToWrite, lists: readonly ChoiceList[]): AsyncGenerator<string> {
  yield parts.sheetStart(columns.map(({ widthCharacters }) => widthCharacters));
  let row = 0;
  if (columns.length > 0)
    yield parts.row(
      ++row,
      'heading',
      columns.map(({ heading }) => heading),
    );
  for await (const { look = 'plain', texts } of rows) yield parts.row(++row, look, texts);
  const rules = columns.flatMap(({ choices }, column) => {
    const list = choices && lists.find(({ values }) => values === choices.values);
    if (!list) return [];
    const letters = lettersOf(column);
    const cells = `${letters}2:${letters}${row + CHOICE_ROWS}`;
    return [{ cells, range: list.range, refusal: choices.refusal }];
  });
  yield parts.sheetEnd(rules);
}
