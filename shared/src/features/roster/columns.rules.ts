/** Which column is which: the headings that offices use, in any order, with others between them. */
import { RELATION_NAMES } from '../households/household';
import { ROSTER_COLUMNS, type RosterCell, type RosterColumn } from './roster';

interface ColumnRule {
  /** As the template and the export write it. */
  readonly heading: string;
  /** Other headings seen in offices. */
  readonly also: readonly string[];
  /** Without the column the sheet cannot be read. */
  readonly isNeeded: boolean;
  /** Width on the sheet, in letters; a Chinese character takes two. */
  readonly widthCharacters: number;
  /** What to write there, for the template's page of notes. */
  readonly note: string;
}

export const COLUMN_RULES: Readonly<Record<RosterColumn, ColumnRule>> = {
  village: {
    heading: '村',
    also: ['行政村', '村名', '所在村', '村(社区)'],
    isNeeded: false,
    widthCharacters: 12,
    note: '村的名字，比如“扎营村”。只导入一个村时可以空着。',
  },
  group: {
    heading: '组',
    also: ['村民小组', '小组', '组别', '组名', '所在组'],
    isNeeded: true,
    widthCharacters: 8,
    note: '比如“3组”，写“3”“三组”“第三组”也可以。一户写一次就行。',
  },
  courtyard: {
    heading: '院落',
    also: ['院子', '院落名', '院落名称', '所在院落'],
    isNeeded: false,
    widthCharacters: 12,
    note: '院落的名字，可以空着。一户写一次就行。',
  },
  number: {
    heading: '户号',
    also: ['户编号', '家庭编号', '户序号'],
    isNeeded: true,
    widthCharacters: 8,
    note: '村里给这一户编的号，一个村里不重复。同一户的人户号相同，每一行都要写。',
  },
  door: {
    heading: '门牌',
    also: ['门牌号', '门牌号码', '住址', '家庭住址', '地址'],
    isNeeded: false,
    widthCharacters: 24,
    note: '门牌号，或者房子在哪里。可以空着。一户写一次就行。',
  },
  name: {
    heading: '姓名',
    also: ['名字'],
    isNeeded: true,
    widthCharacters: 12,
    note: '身份证上的全名。每一行都要写。',
  },
  relation: {
    heading: '与户主关系',
    also: ['户主关系', '与户主的关系', '与户主之关系', '家庭关系', '关系'],
    isNeeded: true,
    widthCharacters: 14,
    note: `从列表里选：${Object.values(RELATION_NAMES).join('、')}。写“长子”“次女”“妻”“孙女”这些也认得。每户正好一个户主。`,
  },
  gender: { heading: '性别', also: [], isNeeded: false, widthCharacters: 6, note: '男或女。有身份证号时可以空着。' },
  birthDate: {
    heading: '出生日期',
    also: ['出生年月日', '出生年月', '生日'],
    isNeeded: false,
    widthCharacters: 12,
    note: '年月日，比如 1980-1-5，写 1980.1.5 或 1980年1月5日 也可以。有身份证号时可以空着。',
  },
  idNumber: {
    heading: '身份证号',
    also: ['身份证号码', '公民身份号码', '公民身份证号码', '身份证', '证件号码'],
    isNeeded: false,
    widthCharacters: 22,
    note: '18 位。这一列要是“文本”格式，否则后几位会变成 0。没有的可以空着。',
  },
  phone: {
    heading: '手机号',
    also: ['手机号码', '联系电话', '电话', '电话号码', '手机'],
    isNeeded: false,
    widthCharacters: 14,
    note: '11 位手机号，可以空着。',
  },
  residence: {
    heading: '是否常住',
    also: ['常住', '是否在家'],
    isNeeded: false,
    widthCharacters: 10,
    note: '是：大部分时间住在村里；否：在外。新登记的人空着就是“是”。',
  },
};

/** Where the columns of a sheet are. */
export interface Headings {
  /** Column of the sheet, from 0, by what stands in it. */
  readonly columns: ReadonlyMap<RosterColumn, number>;
  /** Columns that are needed and not there. */
  readonly missing: readonly RosterColumn[];
  /** Columns that are there twice. */
  readonly doubled: readonly RosterColumn[];
  /** Headings of columns that are not read. */
  readonly unread: readonly string[];
}

const BY_HEADING: ReadonlyMap<string, RosterColumn> = new Map(
  ROSTER_COLUMNS.flatMap((column) => {
    const { heading, also } = COLUMN_RULES[column];
    return [heading, ...also].map((words) => [words, column] as const);
  }),
);

/** `身份证号（必填）*` is 身份证号. */
function plainHeading(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/[\s*:]/g, '');
  return BY_HEADING.has(plain) ? plain : plain.replaceAll(/\([^)]*\)/g, '');
}

/** The headings in a row, or null when it is none: a title, or somebody's line. A heading row names 姓名 and another column. */
export function readHeadings(cells: ReadonlyMap<number, RosterCell>): Headings | null {
  const columns = new Map<RosterColumn, number>();
  const doubled: RosterColumn[] = [];
  const unread: string[] = [];
  for (const [at, cell] of cells) {
    if (cell.kind !== 'text') continue;
    const column = BY_HEADING.get(plainHeading(cell.text));
    if (column === undefined) unread.push(cell.text.trim());
    else if (columns.has(column)) doubled.push(column);
    else columns.set(column, at);
  }
  if (!columns.has('name') || columns.size < 2) return null;
  const missing = ROSTER_COLUMNS.filter((column) => COLUMN_RULES[column].isNeeded && !columns.has(column));
  return { columns, missing, doubled, unread };
}
