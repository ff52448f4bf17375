/**
 * What stands in a cell, read as a person in the office would: full-width digits, stray spaces, dates in every habit. What a
 * spreadsheet has damaged is not guessed at but sent back, with a sentence that says how to put it right.
 */
import { isIdNumber, isMobileNumber, normalizeIdNumber } from '../../kernel/personal-numbers.rules';
import type { LocalDate } from '../../kernel/time';
import {
  DOOR_MAX_CHARACTERS,
  type Gender,
  NUMBER_MAX_CHARACTERS,
  type Relation,
  type Residence,
} from '../households/household';
import { RELATION_WORDS } from './relation-words.rules';
import type { RosterCell } from './roster';

/** A value, or what is wrong. */
export type Read<Value> = { readonly value: Value } | { readonly wrong: string };
type FilledCell = Extract<RosterCell, { kind: 'text' | 'number' | 'boolean' }>;

const NAME_MAX_CHARACTERS = 20;
/** Nobody on record was born earlier and lives. */
const EARLIEST_YEAR = 1900;
/** From here on a spreadsheet keeps 15 digits of a number and makes the rest zeros. */
const ROUNDED_FROM = 1e15;

/** A cell with something in it, or why that cannot be used whatever the column. */
export function readFilled(cell: RosterCell): Read<FilledCell> {
  if (cell.kind === 'formula') return { wrong: '这一格是公式，导入时看不到结果。请复制这一列，再“选择性粘贴”成“数值”' };
  if (cell.kind === 'error') return { wrong: '这一格显示的是错误（比如 #N/A），请改成真正的内容' };
  return { value: cell };
}

/** As one would type it: half-width, no spaces around, no apostrophe that only said "text". */
export function textOf(cell: FilledCell): string {
  if (cell.kind === 'text') return cell.text.normalize('NFKC').replace(/^'/, '').trim();
  return cell.kind === 'boolean' ? (cell.value ? '是' : '否') : String(cell.value);
}

const noSpaces = (text: string) => text.replaceAll(/\s/g, '');

/** Names are aligned with spaces (冉　明) and dotted in many ways; minority names keep their dot. */
export function readName(cell: FilledCell): Read<string> {
  const name = textOf(cell).replaceAll(/[•・‧∙.●]/g, '·');
  const tight = /[a-z]/i.test(name) ? name.replaceAll(/\s+/g, ' ') : noSpaces(name);
  if (!/^[\p{L}·\s]+$/u.test(tight)) return { wrong: '姓名只能是汉字、字母和间隔号' };
  if ([...tight].length > NAME_MAX_CHARACTERS) return { wrong: `姓名最多 ${NAME_MAX_CHARACTERS} 个字` };
  return { value: tight };
}

/** The household's number: `031`. A spreadsheet that took it for a number has dropped its zeros; it is found nevertheless. */
export function readNumber(cell: FilledCell): Read<string> {
  const number = noSpaces(textOf(cell));
  if ([...number].length > NUMBER_MAX_CHARACTERS) return { wrong: `户号最多 ${NUMBER_MAX_CHARACTERS} 个字` };
  if (!/^[\p{L}\p{N}-]+$/u.test(number)) return { wrong: '户号只能是数字、汉字、字母和短横线' };
  return { value: number };
}

export function readDoor(cell: FilledCell): Read<string> {
  const door = textOf(cell).replaceAll(/\s+/g, ' ');
  return [...door].length > DOOR_MAX_CHARACTERS ? { wrong: `门牌最多 ${DOOR_MAX_CHARACTERS} 个字` } : { value: door };
}

export function readRelation(cell: FilledCell): Read<Relation> {
  const relation = RELATION_WORDS.get(noSpaces(textOf(cell)));
  return relation ? { value: relation } : { wrong: '看不懂这个关系，请从列表里选，比如 户主、配偶、儿子、女儿' };
}

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['男', 'male'],
  ['男性', 'male'],
  ['女', 'female'],
  ['女性', 'female'],
]);

export function readGender(cell: FilledCell): Read<Gender> {
  const gender = GENDERS.get(noSpaces(textOf(cell)));
  return gender ? { value: gender } : { wrong: '性别请写“男”或“女”' };
}

const RESIDENCES: ReadonlyMap<string, Residence> = new Map([
  ...['是', '常住', '在家', '在村', '√', '✓', '1'].map((words) => [words, 'home'] as const),
  ...['否', '不是', '外出', '在外', '外出务工', '不常住', '×', '0'].map((words) => [words, 'away'] as const),
]);

export function readResidence(cell: FilledCell): Read<Residence> {
  const residence = RESIDENCES.get(noSpaces(textOf(cell)));
  return residence ? { value: residence } : { wrong: '是否常住请写“是”或“否”' };
}

export function readPhone(cell: FilledCell): Read<string> {
  const phone = textOf(cell)
    .replaceAll(/[\s-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '');
  return isMobileNumber(phone) ? { value: phone } : { wrong: '手机号应是 11 位数字，以 1 开头' };
}

export function readIdNumber(cell: FilledCell): Read<string> {
  if (isDamaged(cell))
    return {
      wrong: '身份证号被表格软件当成了数字，后几位已经变成 0。请把这一列设成“文本”格式，再照证件重新填写',
    };
  const idNumber = normalizeIdNumber(textOf(cell));
  if (/^\d{15}$/.test(idNumber)) return { wrong: '这是 15 位的旧身份证号，请换成现在的 18 位' };
  if (idNumber.length !== 18)
    return { wrong: `身份证号应是 18 位，这里是 ${Math.min(idNumber.length, 99)} 位，请照证件核对` };
  if (!isIdNumber(idNumber)) return { wrong: '身份证号不对，多半抄错了一位，请照证件核对' };
  return { value: idNumber };
}

/** A number of more than 15 digits, or its scientific form copied as text. */
function isDamaged(cell: FilledCell): boolean {
  if (cell.kind === 'number') return Math.abs(cell.value) >= ROUNDED_FROM;
  return cell.kind === 'text' && /^\d(\.\d+)?E\+\d+$/i.test(textOf(cell));
}

export interface DateHabits {
  /** Old Macs count a spreadsheet's days from 1904. */
  readonly daysFrom1904: boolean;
  readonly today: LocalDate;
}

const WRITTEN_DATE = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:[T ].*)?$/;
const SHORT_DATE = /^(\d{4})(\d{2})(\d{2})$/;
const NOT_A_DATE = '看不懂这个日期，请写成 1980-1-5 这样的年月日';

export function readBirthDate(cell: FilledCell, { daysFrom1904, today }: DateHabits): Read<LocalDate> {
  const date = cell.kind === 'number' ? dateOfNumber(cell.value, daysFrom1904) : dateOfText(textOf(cell));
  if ('wrong' in date) return date;
  if (Number(date.value.slice(0, 4)) < EARLIEST_YEAR) return { wrong: '出生日期太早了，请核对年份' };
  if (date.value > today) return { wrong: '出生日期在今天以后，请核对' };
  return date;
}

function dateOfText(text: string): Read<LocalDate> {
  const plain = text.replaceAll(/\s*([-/.年月日])\s*/g, '$1');
  const parts = WRITTEN_DATE.exec(plain) ?? SHORT_DATE.exec(plain);
  if (parts) return dayOf(parts.slice(1, 4).map(Number) as [number, number, number]);
  if (/^\d{4}([-/.年]\d{1,2}月?|\d{2})?年?$/.test(plain)) return { wrong: '出生日期要写到日，比如 1980-1-5' };
  return { wrong: NOT_A_DATE };
}

/** A spreadsheet's own date is the number of its day; 19800105 and 1980 are numbers, too, and mean what they look like. */
function dateOfNumber(value: number, daysFrom1904: boolean): Read<LocalDate> {
  if (value >= 19_000_000 && value < 22_000_000) return dateOfText(String(value));
  const isYearOrMonth = (value >= 1880 && value < 2200) || (value >= 188_000 && value < 220_000);
  if (isYearOrMonth) return { wrong: '出生日期要写到日，比如 1980-1-5' };
  const days = Math.floor(value);
  if (days < 1 || days > 80_000) return { wrong: NOT_A_DATE };
  return { value: dayOfSerial(days, daysFrom1904) };
}

const DAY_MS = 24 * 3600_000;

/** Day 1 is 1900-01-01; day 60 is a 29 February 1900 that never was, kept for the sake of Lotus 1-2-3 (ECMA-376, 18.17.4). */
function dayOfSerial(days: number, daysFrom1904: boolean): LocalDate {
  const dayZero = daysFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(dayZero + days * DAY_MS).toISOString().slice(0, 10);
}

function dayOf([year, month, day]: [number, number, number]): Read<LocalDate> {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { value: date.toISOString().slice(0, 10) } : { wrong: '没有这一天，请核对日期' };
}
