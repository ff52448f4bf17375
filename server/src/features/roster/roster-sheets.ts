/** The sheets that the service writes: the template, the export in the same shape, and the list of what to put right. */
import {
  GENDER_NAMES,
  type Household,
  type Member,
  RELATION_NAMES,
  type SealedText,
} from '@xiangyue/shared/features/households/household';
import { COLUMN_RULES } from '@xiangyue/shared/features/roster/columns.rules';
import { type Finding, ROSTER_COLUMNS, type RosterColumn } from '@xiangyue/shared/features/roster/roster';
import { EXAMPLE_MARK } from '@xiangyue/shared/features/roster/rows.rules';
import type { ColumnToWrite, RowToWrite, SheetToWrite } from '../../platform/xlsx/write-xlsx';

/** Names of the villages, groups and courtyards of a sheet, for its lists of choices; each once. */
export interface SheetNames {
  readonly villages: readonly string[];
  readonly groups: readonly string[];
  readonly courtyards: readonly string[];
}

const ROSTER_SHEET = '名册';
const NOTES_SHEET = '填写说明';
const REFUSAL = '请从列表里选一个，或者空着';
/** A longer list helps nobody, and a county's names are in every sheet then. */
const CHOICES_LIMIT = 500;

const EXAMPLE: Readonly<Record<RosterColumn, string>> = {
  village: '',
  group: '1组',
  courtyard: '',
  number: EXAMPLE_MARK,
  door: '大院子 7 号',
  name: '张三',
  relation: RELATION_NAMES.head,
  gender: GENDER_NAMES.male,
  birthDate: '1980-01-05',
  idNumber: '（18 位）',
  phone: '（11 位）',
  residence: '是',
};

function columnsFor({ villages, groups, courtyards }: SheetNames): ColumnToWrite[] {
  const choices: Partial<Record<RosterColumn, readonly string[]>> = {
    village: villages,
    group: groups,
    courtyard: courtyards,
    relation: Object.values(RELATION_NAMES),
    gender: Object.values(GENDER_NAMES),
    residence: ['是', '否'],
  };
  return ROSTER_COLUMNS.map((column) => {
    const { heading, widthCharacters } = COLUMN_RULES[column];
    const values = choices[column];
    const hasList = values !== undefined && values.length > 0 && values.length <= CHOICES_LIMIT;
    return { heading, widthCharacters, ...(hasList && { choices: { values, refusal: REFUSAL } }) };
  });
}

const NOTES: readonly string[] = [
  '一人一行，同一户的人户号相同。灰色的示例那一行导入时不看，可以留着，也可以删去。',
  '先检查，后写入：有一行不对，就什么都不写，并告诉您哪张表、第几行、哪一列、怎么改。',
  '同一份表导入两次，第二次什么都不改。表里空着的格子，不改动名册里原来的内容。',
  '名册里有、表里没有的人不会被删去，只会列出来。去世、迁出请在户册里一个一个办。',
  '各列的先后可以换，也可以多几列别的，多出来的列不看。不要合并单元格，不要写公式。',
];

function notesSheet(): SheetToWrite {
  const lines = [
    ...NOTES.map((note) => ({ texts: ['', note] })),
    ...ROSTER_COLUMNS.map((column) => ({ texts: [COLUMN_RULES[column].heading, COLUMN_RULES[column].note] })),
  ];
  return {
    name: NOTES_SHEET,
    columns: [
      { heading: '列', widthCharacters: 14 },
      { heading: '怎样填写', widthCharacters: 90 },
    ],
    rows: lines.map((line): RowToWrite => ({ ...line, look: 'note' })),
  };
}

export function templateSheets(names: SheetNames): SheetToWrite[] {
  const rows: RowToWrite[] = [{ look: 'example', texts: ROSTER_COLUMNS.map((column) => EXAMPLE[column]) }];
  return [{ name: ROSTER_SHEET, columns: columnsFor(names), rows }, notesSheet()];
}

/** What an export needs to put households into words. */
export interface RosterWords {
  /** The village, group or courtyard by its id. */
  readonly nameOf: (regionId: string) => string;
  readonly open: (sealed: SealedText) => string;
}

/** The roster as it is, in the template's shape: importing it again changes nothing. */
export function exportSheets(
  names: SheetNames,
  households: AsyncIterable<Household>,
  words: RosterWords,
): SheetToWrite[] {
  return [{ name: ROSTER_SHEET, columns: columnsFor(names), rows: rowsOf(households, words) }, notesSheet()];
}

async function* rowsOf(households: AsyncIterable<Household>, words: RosterWords): AsyncGenerator<RowToWrite> {
  for await (const household of households)
    for (const member of household.members) yield { texts: textsOf(household, member, words) };
}

function textsOf(household: Household, member: Member, { nameOf, open }: RosterWords): string[] {
  const { villageId, groupId, courtyardId, number, door } = household;
  const texts: Record<RosterColumn, string> = {
    village: nameOf(villageId),
    group: nameOf(groupId),
    courtyard: courtyardId ? nameOf(courtyardId) : '',
    number,
    door,
    name: member.name,
    relation: RELATION_NAMES[member.relation],
    gender: member.gender ? GENDER_NAMES[member.gender] : '',
    birthDate: member.birthDate ?? '',
    idNumber: member.idNumber ? open(member.idNumber) : '',
    phone: member.phone ? open(member.phone) : '',
    residence: member.residence === 'home' ? '是' : '否',
  };
  return ROSTER_COLUMNS.map((column) => texts[column]);
}

/** @param more how many there are beyond these */
export function findingsSheets(findings: readonly Finding[], more: number): SheetToWrite[] {
  const rows = findings.map(({ sheet, row, column, heading, message }) => ({
    texts: [sheet, String(row), column, heading, message],
  }));
  if (more > 0) rows.push({ texts: ['', '', '', '', `还有 ${more} 处没有列出。请先改这些，再上传检查一次`] });
  return [
    {
      name: '要改的地方',
      columns: [
        { heading: '表', widthCharacters: 16 },
        { heading: '行', widthCharacters: 8 },
        { heading: '列', widthCharacters: 6 },
        { heading: '表头', widthCharacters: 14 },
        { heading: '怎样改', widthCharacters: 80 },
      ],
      rows,
    },
  ];
}
