/** Headings, places and lines: from cells to people, with every finding in its place. */
import { readHeadings } from './columns.rules';
import { type PlaceRegion, Places } from './places.rules';
import type { RosterCell, RosterColumn } from './roster';
import { isExample, type RosterLine, readLine } from './rows.rules';

const text = (words: string): RosterCell => ({ kind: 'text', text: words });
const headings = (...words: string[]) => readHeadings(new Map(words.map((one, i) => [i, text(one)])));

test('headings in any order and in the offices’ words, with others between them', () => {
  expect(headings('序号', '户 号', '姓名*', '与户主关系（必填）', '公民身份号码', '村民小组', '民族')).toEqual({
    columns: new Map([
      ['number', 1],
      ['name', 2],
      ['relation', 3],
      ['idNumber', 4],
      ['group', 5],
    ]),
    missing: [],
    doubled: [],
    unread: ['序号', '民族'],
  });
  expect(headings('姓名', '电话', '手机号')).toEqual({
    columns: new Map([
      ['name', 0],
      ['phone', 1],
    ]),
    missing: ['group', 'number', 'relation'],
    doubled: ['phone'],
    unread: [],
  });
});

test.each([
  ['a title', ['扎营村户籍名册']],
  ['a line', ['3组', '031', '冉光明', '户主']],
  ['a heading alone', ['姓名']],
])('%s is no row of headings', (_what, words) => expect(headings(...words)).toBeNull());

const region = (kind: PlaceRegion['kind'], name: string, ...path: string[]): PlaceRegion => ({
  id: path.at(-1) as string,
  kind,
  name,
  path: ['c', ...path],
});
const NAMES = new Map([
  ['t', '板溪镇'],
  ['u', '龙潭镇'],
]);
const REGIONS = [
  region('village', '扎营村', 't', 'z'),
  region('village', '红溪村', 't', 'h'),
  region('village', '红溪村', 'u', 'r'),
  region('group', '1组', 't', 'z', 'z1'),
  region('group', '12组', 't', 'z', 'z12'),
  region('group', '大坝组', 't', 'z', 'zd'),
  region('group', '1组', 't', 'h', 'h1'),
  region('courtyard', '大院子', 't', 'z', 'z1', 'z1a'),
];
const places = new Places(REGIONS, NAMES);
const oneVillage = new Places(
  REGIONS.filter(({ path }) => path.includes('z')),
  NAMES,
);

test.each([
  ['扎营村', 'z'],
  ['扎营', 'z'],
  [' 扎 营 村 ', 'z'],
  ['板溪镇扎营村', 'z'],
  ['板溪镇红溪村', 'h'],
  ['龙潭镇红溪', 'r'],
])('the village %p', (words, id) => expect(places.village(words)).toEqual({ value: id }));

test('villages that cannot be told, or are not there', () => {
  expect(places.village('红溪村')).toEqual({ wrong: '有两个村叫这个名字，请在前面写上乡镇，比如“板溪镇扎营村”' });
  expect(places.village('三角村')).toEqual({ wrong: '没有这个村，请核对村名' });
  expect(places.village(undefined)).toEqual({ wrong: '请写明是哪个村' });
  expect(oneVillage.village(undefined)).toEqual({ value: 'z' });
  expect(oneVillage.village('红溪村')).toEqual({ wrong: '这里只能导入本村的名册，这一行写的是别的村' });
});

test.each([
  ['1组', 'z1'],
  ['1', 'z1'],
  ['01', 'z1'],
  ['一组', 'z1'],
  ['第一村民小组', 'z1'],
  ['１ 组', 'z1'],
  ['十二组', 'z12'],
  ['大坝', 'zd'],
  ['大坝组', 'zd'],
])('the group %p', (words, id) => expect(places.group('z', words)).toEqual({ value: id }));

test('a group or courtyard that is not there', () => {
  expect(places.group('h', '12组')).toEqual({ wrong: '村里没有这个组，请核对组名' });
  expect(places.courtyard('z1', '大 院子')).toEqual({ value: 'z1a' });
  expect(places.courtyard('z12', '大院子')).toEqual({ wrong: '这个组里没有这个院落，请核对院落名，或者空着' });
});

const LETTERS: Readonly<Record<RosterColumn, string>> = {
  village: 'A',
  group: 'B',
  courtyard: 'C',
  number: 'D',
  door: 'E',
  name: 'F',
  relation: 'G',
  gender: 'H',
  birthDate: 'I',
  idNumber: 'J',
  phone: 'K',
  residence: 'L',
};
const AT = { sheet: '3组', row: 12 };
const GOOD = { village: '扎营村', group: '1组', number: '031', name: '冉光明', relation: '户主' };

function line(cells: Partial<Record<RosterColumn, string | RosterCell>>): RosterLine {
  const written = Object.entries(cells).map(([column, cell]) => [column, typeof cell === 'string' ? text(cell) : cell]);
  return { at: AT, letters: LETTERS, cells: Object.fromEntries(written) };
}
const HABITS = { daysFrom1904: false, today: '2026-11-24' };
const read = (cells: Parameters<typeof line>[0]) => readLine(line(cells), places, HABITS);

test('a whole line', () => {
  expect(
    read({
      ...GOOD,
      courtyard: '大院子',
      door: '大院子 7 号',
      gender: '男',
      birthDate: '1980.1.5',
      idNumber: '500200198001050014',
      phone: '13812345678',
      residence: '否',
    }),
  ).toEqual({
    findings: [],
    person: {
      at: AT,
      letters: LETTERS,
      villageId: 'z',
      groupId: 'z1',
      courtyardId: 'z1a',
      number: '031',
      door: '大院子 7 号',
      name: '冉光明',
      relation: 'head',
      gender: 'male',
      birthDate: '1980-01-05',
      idNumber: '500200198001050014',
      phone: '13812345678',
      residence: 'away',
    },
  });
});

test('the least of a line; what the number tells is not asked for', () => {
  const { group: _group, ...least } = GOOD;
  expect(read(least).person).toEqual({
    at: AT,
    letters: LETTERS,
    villageId: 'z',
    number: '031',
    name: '冉光明',
    relation: 'head',
  });
  expect(read({ ...GOOD, idNumber: '500200198001050014' }).person).toMatchObject({
    gender: 'male',
    birthDate: '1980-01-05',
  });
});

test('every wrong cell is found, each in its place, and none is repeated in the words', () => {
  const { person, findings } = read({
    village: '扎营村',
    group: '99组',
    name: '冉光明7',
    relation: { kind: 'formula' },
    birthDate: '1980',
    idNumber: '500200198001050013',
  });
  expect(person).toBeNull();
  expect(findings).toEqual([
    { ...AT, column: 'B', heading: '组', message: '村里没有这个组，请核对组名' },
    { ...AT, column: 'D', heading: '户号', message: '请填写户号' },
    { ...AT, column: 'F', heading: '姓名', message: '姓名只能是汉字、字母和间隔号' },
    {
      ...AT,
      column: 'G',
      heading: '与户主关系',
      message: '这一格是公式，导入时看不到结果。请复制这一列，再“选择性粘贴”成“数值”',
    },
    { ...AT, column: 'I', heading: '出生日期', message: '出生日期要写到日，比如 1980-1-5' },
    { ...AT, column: 'J', heading: '身份证号', message: '身份证号不对，多半抄错了一位，请照证件核对' },
  ]);
});

test.each([
  ['birth date', { birthDate: '1980-01-06' }, 'I', '出生日期', '出生日期和身份证号里的不一样，请核对这两格'],
  ['gender', { gender: '女' }, 'H', '性别', '性别和身份证号对不上，请核对这两格'],
])('a number of another %s', (_what, cells, column, heading, message) => {
  expect(read({ ...GOOD, idNumber: '500200198001050014', ...cells })).toEqual({
    person: null,
    findings: [{ ...AT, column, heading, message }],
  });
});

test('a courtyard needs its group', () => {
  expect(
    read({ village: '扎营村', number: '1', name: '冉光明', relation: '户主', courtyard: '大院子' }).findings,
  ).toEqual([{ ...AT, column: 'B', heading: '组', message: '写了院落，请把组也写上' }]);
});

test('the template’s example is known by its mark', () => {
  expect(isExample(line({ ...GOOD, number: '示例' }))).toBe(true);
  expect(isExample(line(GOOD))).toBe(false);
});
