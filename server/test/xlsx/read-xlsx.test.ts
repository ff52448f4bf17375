/** Reading workbooks: what stands in them, as other programs wrote it, and what happens to files that are none. */
import { readXlsx, type XlsxVisitor } from '../../src/platform/xlsx/read-xlsx';
import type { Cell, MergedRange } from '../../src/platform/xlsx/xlsx-cells';
import { XLSX_LIMITS, XlsxError } from '../../src/platform/xlsx/xlsx-limits';
import { archiveOf, foreignWorkbook, workbookParts } from './workbooks';

interface Seen {
  readonly sheets: Record<string, Record<string, Cell>>;
  readonly merged: MergedRange[];
  readonly daysFrom1904: boolean;
}

/** Everything in the workbook: sheet → `B3` → cell. */
async function see(bytes: Buffer): Promise<Seen> {
  const sheets: Record<string, Record<string, Cell>> = {};
  const merged: MergedRange[] = [];
  let cells: Record<string, Cell> = {};
  let daysFrom1904 = false;
  const visitor: XlsxVisitor = {
    begin: (from1904) => {
      daysFrom1904 = from1904;
    },
    sheet: (name) => {
      cells = {};
      sheets[name] = cells;
      return name !== '跳过';
    },
    row: (row) => {
      for (const [column, cell] of row.cells) cells[String.fromCharCode(65 + column) + row.row] = cell;
    },
    merged: (range) => merged.push(range),
  };
  await readXlsx(bytes, visitor);
  return { daysFrom1904, sheets, merged };
}

const text = (words: string) => ({ kind: 'text', text: words });

test('cells of every kind, as another program writes them', async () => {
  const bytes = await foreignWorkbook((workbook) => {
    const sheet = workbook.addWorksheet('3组');
    sheet.getRow(1).values = ['姓名', '姓名', ' ', '家住\n桥头'];
    sheet.getCell('A3').value = 29225;
    sheet.getCell('B3').value = { formula: 'A3+1', result: 29226 };
    sheet.getCell('C3').value = { richText: [{ text: '冉' }, { font: { bold: true }, text: '光明' }] };
    sheet.getCell('D3').value = true;
    sheet.getCell('E3').value = { error: '#N/A' };
    sheet.getCell('F3').value = new Date('1980-01-05T00:00:00Z');
    sheet.getCell('G3').value = { text: '看这里', hyperlink: 'https://example.com' };
    sheet.getCell('H3').value = '<&>"\'';
    sheet.mergeCells('A5:B7');
    workbook.addWorksheet('藏').state = 'hidden';
    workbook.addWorksheet('跳过').getCell('A1').value = '不看';
    workbook.addWorksheet('空');
  });
  expect(await see(bytes)).toEqual({
    daysFrom1904: false,
    merged: [{ fromRow: 5, toRow: 7, fromColumn: 0, toColumn: 1 }],
    sheets: {
      '3组': {
        A1: text('姓名'),
        B1: text('姓名'),
        D1: text('家住\n桥头'),
        A3: { kind: 'number', value: 29225 },
        B3: { kind: 'formula' },
        C3: text('冉光明'),
        D3: { kind: 'boolean', value: true },
        E3: { kind: 'error' },
        F3: { kind: 'number', value: 29225 },
        G3: text('看这里'),
        H3: text('<&>"\''),
      },
      跳过: {},
      空: {},
    },
  });
});

test('days counted from 1904 are told', async () => {
  const bytes = await foreignWorkbook((workbook) => {
    workbook.properties.date1904 = true;
    workbook.addWorksheet('一');
  });
  expect((await see(bytes)).daysFrom1904).toBe(true);
});

test.each([
  [
    'without numbers of rows and cells',
    '<row><c t="s"><v>0</v></c><c><v>2</v></c></row>',
    {
      A1: text('甲'),
      B1: { kind: 'number', value: 2 },
    },
  ],
  [
    'with prefixed names',
    '<x:row xmlns:x="x" r="2"><x:c r="C2" t="inlineStr"><x:is><x:t>乙</x:t></x:is></x:c></x:row>',
    {
      C2: text('乙'),
    },
  ],
  [
    'with letters that XML cannot hold',
    '<row r="1"><c r="A1" t="str"><v>a_x000D_b_x000d</v></c></row>',
    {
      A1: text('a\rb_x000d'),
    },
  ],
  [
    'with reading aids',
    '<row r="1"><c r="A1" t="inlineStr"><is><t>山</t><rPh sb="0" eb="1"><t>やま</t></rPh></is></c></row>',
    {
      A1: text('山'),
    },
  ],
  [
    'with a number in its scientific form',
    '<row r="1"><c r="A1"><v>5.1232619800105E+17</v></c></row>',
    {
      A1: { kind: 'number', value: 512326198001050000 },
    },
  ],
  ['with notes far to the right', `<row r="1"><c r="XFD1" t="s"><v>0</v></c></row>`, {}],
])('a sheet %s', async (_what, rows, cells) => {
  expect((await see(await archiveOf(workbookParts(rows)))).sheets).toEqual({ 一: cells });
});

test('of a long text the beginning is kept, and one letter more', async () => {
  const rows = `<row r="1"><c r="A1" t="str"><v>${'长'.repeat(30_000)}</v></c></row>`;
  expect((await see(await archiveOf(workbookParts(rows)))).sheets.一?.A1).toEqual(
    text('长'.repeat(XLSX_LIMITS.cellCharacters + 1)),
  );
});

const compound = (words = '') =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(words, 'utf16le')]);
const CUT_OFF = foreignWorkbook((workbook) => workbook.addWorksheet('一').addRow(['甲']));
const bomb = (bytes: number) =>
  archiveOf(workbookParts('', { 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(bytes)}</worksheet>` }));

test.each<readonly [string, () => Buffer | Promise<Buffer>, string]>([
  ['nothing', () => Buffer.alloc(0), 'notXlsx'],
  ['a text under another name', () => Buffer.from('户号,姓名\n1,冉光明'), 'notXlsx'],
  ['an archive of something else', () => archiveOf({ 'a.txt': 'a' }), 'notXlsx'],
  [
    'a Word document',
    () => archiveOf(workbookParts('', { 'xl/workbook.xml': '<w:document xmlns:w="w"/>' })),
    'notXlsx',
  ],
  ['the format before 2007', () => compound('Workbook'), 'oldFormat'],
  ['a workbook with a password', () => compound('EncryptedPackage'), 'locked'],
  [
    'the binary format',
    () =>
      archiveOf({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels': '<R><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></R>',
      }),
    'binaryFormat',
  ],
  ['a file of 9 MB', () => Buffer.alloc(9 * 1024 * 1024), 'tooLarge'],
  ['a small file that unpacks to 120 MB', () => bomb(120 * 1024 * 1024), 'tooLarge'],
  ['a file cut off', async () => (await CUT_OFF).subarray(0, 1_000), 'broken'],
  [
    'bytes changed on the way',
    async () => {
      const bytes = Buffer.from(await archiveOf(workbookParts('<row r="1"><c r="A1"><v>12345678901</v></c></row>')));
      bytes.fill(0xff, 400, 900);
      return bytes;
    },
    'broken',
  ],
  ['no XML in it', () => archiveOf(workbookParts('</nothing>')), 'broken'],
  [
    'a document type that defines what it repeats',
    () =>
      archiveOf(
        workbookParts('', {
          'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "bbbb">]><sst><si><t>&b;</t></si></sst>',
        }),
      ),
    'broken',
  ],
  [
    'a shared text that is not there',
    () => archiveOf(workbookParts('<row r="1"><c r="A1" t="s"><v>9</v></c></row>')),
    'broken',
  ],
  ['rows that go back', () => archiveOf(workbookParts('<row r="2"/><row r="1"/>')), 'broken'],
  ['a cell of another row', () => archiveOf(workbookParts('<row r="2"><c r="A1"><v>1</v></c></row>')), 'broken'],
  ['a number that is none', () => archiveOf(workbookParts('<row r="1"><c r="A1"><v>eins</v></c></row>')), 'broken'],
  [
    'a sheet that is not in the archive',
    () => {
      const { 'xl/worksheets/sheet1.xml': _gone, ...parts } = workbookParts('');
      return archiveOf(parts);
    },
    'broken',
  ],
  [
    'more rows than a township has people',
    () => archiveOf(workbookParts('<row><c><v>1</v></c></row>'.repeat(XLSX_LIMITS.rows + 1))),
    'tooManyRows',
  ],
])('%s is refused', async (_what, file, fault) => {
  const bytes = await file();
  const error = await see(bytes).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(XlsxError);
  expect(error).toMatchObject({ fault });
});

test('an archive whose parts are larger than it says gives no more than it said', async () => {
  const bytes = await archiveOf(workbookParts('<row r="1"/>'.repeat(1_000)));
  // The claimed size of the last part, in the directory at the end.
  const at = bytes.lastIndexOf('PK\u0001\u0002');
  bytes.writeUInt32LE(100, at + 24);
  await expect(see(bytes)).rejects.toMatchObject({ fault: 'broken' });
});

test('whoever visits can stop', async () => {
  const bytes = await archiveOf(workbookParts('<row r="1"><c><v>1</v></c></row>'));
  const stop = () => {
    throw new RangeError('enough');
  };
  await expect(readXlsx(bytes, { sheet: () => true, row: stop, merged: stop })).rejects.toThrow('enough');
  await expect(
    readXlsx(bytes, { sheet: () => true, row: () => undefined, merged: stop, pause: async () => stop() }),
  ).rejects.toThrow('enough');
});
