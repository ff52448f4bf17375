/** Between lines: households put together, and what stands there twice. */
import { gatherHouseholds, householdKey } from './gather.rules';
import type { RosterPerson } from './roster';

const LETTERS = { group: 'B', number: 'D', door: 'E', name: 'F', relation: 'G', idNumber: 'J' } as const;

/** A line of household 031 in 扎营. */
function person(row: number, fields: Partial<RosterPerson> = {}, sheet = '一'): RosterPerson {
  return {
    at: { sheet, row },
    letters: LETTERS,
    villageId: 'z',
    number: '031',
    name: `某${'甲乙丙丁戊己庚辛壬癸'[row % 10]}`,
    relation: 'son',
    ...fields,
  };
}
const head = (row: number, fields: Partial<RosterPerson> = {}) => person(row, { relation: 'head', ...fields });

test('households come together from lines that lie apart, their heads first', () => {
  const [son, other, father] = [person(2), head(3, { number: '7' }), head(4, { number: '31' })];
  expect(householdKey(son)).toBe(householdKey(father));
  expect(gatherHouseholds([son, other, father])).toEqual({
    findings: [],
    households: [
      { villageId: 'z', number: '031', people: [father, son] },
      { villageId: 'z', number: '7', people: [other] },
    ],
  });
});

test('the same number in two villages is two households', () => {
  expect(gatherHouseholds([head(2), head(3, { villageId: 'h' })]).households).toHaveLength(2);
});

test('what one line says of the house goes for all of them', () => {
  const { households, findings } = gatherHouseholds([
    head(2),
    person(3, { groupId: 'z3', door: '桥头' }),
    person(4, { groupId: 'z3' }),
  ]);
  expect(findings).toEqual([]);
  expect(households[0]).toMatchObject({ groupId: 'z3', door: '桥头' });
});

const ID = '500200198001050014';
test.each<readonly [string, RosterPerson[], object[]]>([
  [
    'no head',
    [person(5), person(6)],
    [{ row: 5, column: 'G', heading: '与户主关系', message: '这一户没有写谁是户主，请在其中一行写“户主”' }],
  ],
  [
    'two heads',
    [head(5), person(6), head(7)],
    [{ row: 7, column: 'G', heading: '与户主关系', message: '这一户有两个户主，另一个在第 5 行，请核对户号或关系' }],
  ],
  [
    'one number on two lines',
    [head(5, { idNumber: ID }), head(6, { number: '7', idNumber: ID })],
    [{ row: 6, column: 'J', heading: '身份证号', message: '这个身份证号和第 5 行的相同，一个人只能写一行' }],
  ],
  [
    'another group on a later line',
    [head(5, { groupId: 'z1' }), person(6, { groupId: 'z2' })],
    [{ row: 6, column: 'B', heading: '组', message: '和同一户的第 5 行写得不一样，请核对户号或这一格' }],
  ],
  [
    'two of one name who cannot be told',
    [head(5, { name: '冉明' }), person(6, { name: '冉明', birthDate: '2001-01-01' })],
    [
      {
        row: 6,
        column: 'F',
        heading: '姓名',
        message: '同一户的第 5 行也是这个姓名。如果是同一个人，请删去一行；不是，请写明两人的出生日期',
      },
    ],
  ],
  [
    'two of one name, born on different days',
    [head(5, { name: '冉明', birthDate: '1971-01-01' }), person(6, { name: '冉明', birthDate: '2001-01-01' })],
    [],
  ],
  [
    'thirty-one people',
    [
      head(5),
      ...Array.from({ length: 30 }, (_, i) =>
        person(6 + i, { name: `某${'子丑寅卯辰'[i % 5]}${'甲乙丙丁戊己'[Math.floor(i / 5)]}` }),
      ),
    ],
    [{ row: 35, column: 'D', heading: '户号', message: '一户最多 30 人，这一户更多，请核对户号' }],
  ],
])('%s', (_what, people, expected) => {
  expect(gatherHouseholds(people).findings).toEqual(expected.map((finding) => ({ sheet: '一', ...finding })));
});

test('the other line is named with its sheet when it is on another', () => {
  const { findings } = gatherHouseholds([head(5, { idNumber: ID }), person(9, { idNumber: ID }, '二')]);
  expect(findings[0]?.message).toBe('这个身份证号和表“一”第 5 行的相同，一个人只能写一行');
});
