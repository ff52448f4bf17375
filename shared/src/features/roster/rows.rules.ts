/** A line of the roster: what it says about a person, and everything in it that must be put right. */
import { birthDateOf, genderOf } from '../../kernel/personal-numbers.rules';
import {
  type DateHabits,
  type Read,
  readBirthDate,
  readDoor,
  readFilled,
  readGender,
  readIdNumber,
  readName,
  readNumber,
  readPhone,
  readRelation,
  readResidence,
  textOf,
} from './cells.rules';
import { COLUMN_RULES } from './columns.rules';
import type { Places } from './places.rules';
import type { Finding, Place, RosterCell, RosterColumn, RosterPerson } from './roster';

/** A line that begins so is the template's own and is passed over. */
export const EXAMPLE_MARK = '示例';

/** A line as it was found, by column of the roster. */
export interface RosterLine {
  readonly at: Place;
  readonly cells: Readonly<Partial<Record<RosterColumn, RosterCell>>>;
  readonly letters: Readonly<Partial<Record<RosterColumn, string>>>;
}

export interface ReadLine {
  /** Null when something in the line is wrong. */
  readonly person: RosterPerson | null;
  readonly findings: readonly Finding[];
}

/** True for the template's example. */
export function isExample({ cells }: RosterLine): boolean {
  return Object.values(cells).some((cell) => cell.kind === 'text' && cell.text.trim().startsWith(EXAMPLE_MARK));
}

type Filled = Parameters<typeof readName>[0];

/** Reads one line. Reports every wrong cell, not only the first. */
export function readLine(line: RosterLine, places: Places, habits: DateHabits): ReadLine {
  const findings: Finding[] = [];
  const wrong = (column: RosterColumn, message: string) => findings.push(findingAt(line, column, message));
  const read = <Value>(column: RosterColumn, how: (cell: Filled) => Read<Value>): Value | undefined => {
    const cell = line.cells[column];
    if (!cell) return undefined;
    const filled = readFilled(cell);
    const found = 'wrong' in filled ? filled : how(filled.value);
    if ('value' in found) return found.value;
    wrong(column, found.wrong);
    return undefined;
  };
  const need = <Value>(column: RosterColumn, how: (cell: Filled) => Read<Value>): Value | undefined => {
    if (!line.cells[column]) wrong(column, `请填写${COLUMN_RULES[column].heading}`);
    return read(column, how);
  };

  const villageId = line.cells.village
    ? read('village', (cell) => places.village(textOf(cell)))
    : orReport(places.village(undefined), (message) => wrong('village', message));
  const groupId = villageId === undefined ? undefined : read('group', (cell) => places.group(villageId, textOf(cell)));
  const courtyardId =
    groupId === undefined ? undefined : read('courtyard', (cell) => places.courtyard(groupId, textOf(cell)));
  const number = need('number', readNumber);
  const door = read('door', readDoor);
  const name = need('name', readName);
  const relation = need('relation', readRelation);
  const writtenGender = read('gender', readGender);
  const writtenBirth = read('birthDate', (cell) => readBirthDate(cell, habits));
  const idNumber = read('idNumber', readIdNumber);
  const phone = read('phone', readPhone);
  const residence = read('residence', readResidence);
  if (line.cells.courtyard && !line.cells.group) wrong('group', '写了院落，请把组也写上');

  const birthDate = writtenBirth ?? (idNumber === undefined ? undefined : birthDateOf(idNumber));
  const gender = writtenGender ?? (idNumber === undefined ? undefined : genderOf(idNumber));
  if (idNumber !== undefined && birthDate !== birthDateOf(idNumber))
    wrong('birthDate', '出生日期和身份证号里的不一样，请核对这两格');
  if (idNumber !== undefined && gender !== genderOf(idNumber)) wrong('gender', '性别和身份证号对不上，请核对这两格');
  if (findings.length > 0 || villageId === undefined || !number || !name || !relation)
    return { person: null, findings };
  const person: RosterPerson = {
    at: line.at,
    letters: line.letters,
    villageId,
    number,
    name,
    relation,
    ...(groupId !== undefined && { groupId }),
    ...(courtyardId !== undefined && { courtyardId }),
    ...(door !== undefined && { door }),
    ...(gender !== undefined && { gender }),
    ...(birthDate !== undefined && { birthDate }),
    ...(idNumber !== undefined && { idNumber }),
    ...(phone !== undefined && { phone }),
    ...(residence !== undefined && { residence }),
  };
  return { person, findings };
}

function orReport<Value>(found: Read<Value>, wrong: (message: string) => void): Value | undefined {
  if ('value' in found) return found.value;
  wrong(found.wrong);
  return undefined;
}

/** A finding in a column of a line. */
export function findingAt(
  { at, letters }: Pick<RosterLine, 'at' | 'letters'>,
  column: RosterColumn,
  message: string,
): Finding {
  return { ...at, column: letters[column] ?? '', heading: COLUMN_RULES[column].heading, message };
}
