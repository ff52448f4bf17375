/** Writing workbooks: read back by ourselves and, since we may err twice in the same way, by an independent program. */
import ExcelJS from 'exceljs';
import { readXlsx } from '../../src/platform/xlsx/read-xlsx';
import { type SheetToWrite, writeXlsx } from '../../src/platform/xlsx/write-xlsx';
import { bytesOf } from './workbooks';

const GROUPS = ['1组', '2组', '3组'];
const SHEETS: SheetToWrite[] = [
  {
    name: '名册',
    columns: [
      { heading: '组', widthCharacters: 8, choices: { values: GROUPS, refusal: '请选村里有的组' } },
      { heading: '身份证号', widthCharacters: 22 },
    ],
    rows: [
      { look: 'example', texts: ['示例', '500200198001050014'] },
      { texts: ['3组', ''] },
      { texts: ['', ' <&>"\'\u0007 两行\n字 '] },
    ],
  },
  { name: '填写说明', columns: [], rows: [{ look: 'note', texts: ['每人一行。'] }] },
];

test('what is written is what is read, and lists of choices are no sheet of theirs', async () => {
  const sheets: Record<string, string[]> = {};
  let cells: string[] = [];
  await readXlsx(await bytesOf(writeXlsx(SHEETS)), {
    sheet: (name) => {
      cells = [];
      sheets[name] = cells;
      return true;
    },
    row: (row) => {
      for (const [column, cell] of row.cells)
        cells.push(`${row.row}/${column} ${cell.kind === 'text' ? cell.text : cell.kind}`);
    },
    merged: () => undefined,
  });
  expect(sheets).toEqual({
    名册: ['1/0 组', '1/1 身份证号', '2/0 示例', '2/1 500200198001050014', '3/0 3组', '4/1  <&>"\' 两行\n字 '],
    填写说明: ['1/0 每人一行。'],
  });
});

test('another program finds texts, a fixed heading, and choices also below the last row', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf(writeXlsx(SHEETS))).buffer as ArrayBuffer);
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['名册', 'visible'],
    ['填写说明', 'visible'],
    ['选项', 'hidden'],
  ]);
  const sheet = workbook.getWorksheet('名册') as ExcelJS.Worksheet;
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet.getCell('A1')).toMatchObject({ value: '组', font: { bold: true } });
  expect(sheet.getCell('B2')).toMatchObject({ value: '500200198001050014', numFmt: '@', font: { italic: true } });
  // Below, where people type: the column itself is text.
  expect(sheet.getColumn(2)).toMatchObject({ width: 22, numFmt: '@' });
  expect(sheet.getCell('A300').dataValidation).toMatchObject({
    type: 'list',
    formulae: ['选项!$A$1:$A$3'],
    allowBlank: true,
    error: '请选村里有的组',
  });
  expect(sheet.getCell('B300').dataValidation).toBeUndefined();
  expect((workbook.getWorksheet('选项') as ExcelJS.Worksheet).getColumn(1).values).toEqual([undefined, ...GROUPS]);
  expect(workbook.getWorksheet('填写说明')?.getCell('A1').alignment).toMatchObject({ wrapText: true });
});

test('an error of the rows is an error of the file', async () => {
  async function* rows() {
    yield { texts: ['1'] };
    throw new Error('the database is away');
  }
  await expect(bytesOf(writeXlsx([{ name: '一', columns: [], rows: rows() }]))).rejects.toThrow('the database is away');
});

test('rows are asked for as they are taken, and let go when nobody takes them any more', async () => {
  let asked = 0;
  let isOver = false;
  async function* rows() {
    try {
      for (; asked < 200_000; asked++) yield { texts: [`${Math.random()}${Math.random()}`] };
    } finally {
      isOver = true;
    }
  }
  const stream = writeXlsx([{ name: '一', columns: [], rows: rows() }]);
  await new Promise((resolve) => stream.once('readable', resolve));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked).toBeLessThan(50_000);
  stream.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isOver).toBe(true);
});
