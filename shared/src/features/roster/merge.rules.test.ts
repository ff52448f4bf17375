/** Two become one: what a spreadsheet changes in the register, and what it leaves as it is. */
import type { Household, Member } from '../households/household';
import { findingsAgainst, type MergeTools, mergeHousehold, registerHousehold } from './merge.rules';
import type { RosterHousehold, RosterPerson } from './roster';

const AT = new Date('2026-11-24T02:00:00Z');
const DEED = { by: 'cadre', at: AT, words: '导入名册' };
const index = (number: string) => `#${number}`;
const sealed = (number: string) => ({ sealed: `sealed ${number}`, index: index(number) });
const tools: MergeTools = {
  indexOf: index,
  seal: sealed,
  memberIdOf: ({ at }) => `new-${at.row}`,
  pathOf: (id) => ['c', 't', 'z', id],
  deed: DEED,
};

const FATHER: Member = {
  id: 'm1',
  name: '冉光明',
  relation: 'head',
  gender: 'male',
  birthDate: '1980-01-05',
  idNumber: sealed('500200198001050014'),
  residence: 'home',
  binding: { personId: 'p1', at: AT, how: 'card' },
};
const SON: Member = { id: 'm2', name: '冉小山', relation: 'son', birthDate: '2008-06-01', residence: 'away' };
const KEPT: Household = {
  id: 'h1',
  villageId: 'z',
  groupId: 'z3',
  courtyardId: 'z3-1',
  regionPath: ['c', 't', 'z', 'z3', 'z3-1'],
  number: '031',
  door: '大院子 7 号',
  headMemberId: 'm1',
  members: [FATHER, SON],
  formerMembers: [],
  history: [{ at: AT, by: 'x', what: 'registered' }],
  card: { ...sealed('code'), issuedAt: AT, issuedBy: 'x' },
  state: 'active',
  revision: 4,
};

function person(row: number, fields: Partial<RosterPerson>): RosterPerson {
  return {
    at: { sheet: '一', row },
    letters: {},
    villageId: 'z',
    number: '31',
    name: '某',
    relation: 'son',
    ...fields,
  };
}
const father = (fields: Partial<RosterPerson> = {}) =>
  person(2, { name: '冉光明', relation: 'head', idNumber: '500200198001050014', birthDate: '1980-01-05', ...fields });
const son = (fields: Partial<RosterPerson> = {}) => person(3, { name: '冉小山', birthDate: '2008-06-01', ...fields });
const house = (people: RosterPerson[], fields: Partial<RosterHousehold> = {}): RosterHousehold => ({
  villageId: 'z',
  number: '31',
  people,
  ...fields,
});
const merged = (people: RosterPerson[], fields: Partial<RosterHousehold> = {}) =>
  mergeHousehold(KEPT, house(people, fields), tools);

test.each<readonly [string, RosterPerson[], Partial<RosterHousehold>]>([
  [
    'the same in full',
    [father({ gender: 'male', residence: 'home' }), son({ residence: 'away' })],
    {
      groupId: 'z3',
      courtyardId: 'z3-1',
      door: '大院子 7 号',
    },
  ],
  [
    'with most of it left empty',
    [person(2, { name: '冉光明', relation: 'head', idNumber: '500200198001050014' }), person(3, { name: '冉小山' })],
    {},
  ],
])('%s changes nothing: the household itself comes back', (_what, people, fields) => {
  expect(merged(people, fields)).toEqual({ change: 'unchanged', household: KEPT, joined: 0, missing: [] });
  expect(merged(people, fields).household).toBe(KEPT);
});

test('whoever the spreadsheet does not name is told of, and stays', () => {
  expect(merged([father()])).toEqual({ change: 'unchanged', household: KEPT, joined: 0, missing: [SON] });
});

test('what is corrected keeps its account, and has its line in the history', () => {
  const { change, household } = merged([father({ name: '冉光民', phone: '13812345678' }), son()]);
  expect(change).toBe('changed');
  expect(household).toEqual({
    ...KEPT,
    members: [{ ...FATHER, name: '冉光民', phone: sealed('13812345678') }, SON],
    history: [...KEPT.history, { ...DEED, what: 'corrected', memberId: 'm1' }],
    revision: 5,
  });
});

test('a number that was wrong is put right for the same name and birth date', () => {
  const { household } = merged([father({ idNumber: '500200198001050030' }), son()]);
  expect(household.members[0]).toEqual({ ...FATHER, idNumber: sealed('500200198001050030') });
});

test('somebody new joins', () => {
  const { household } = merged([
    father(),
    son(),
    person(4, { name: '冉小溪', relation: 'daughter', gender: 'female' }),
  ]);
  const joined = { id: 'new-4', name: '冉小溪', relation: 'daughter', gender: 'female', residence: 'home' };
  expect(household.members).toEqual([FATHER, SON, joined]);
  expect(household.history.slice(1)).toEqual([{ ...DEED, what: 'joined', memberId: 'new-4' }]);
});

test('a household moves to another group, where it has no courtyard yet', () => {
  const { household } = merged([father(), son()], { groupId: 'z5', door: '桥头 1 号' });
  const { courtyardId: _gone, ...rest } = KEPT;
  expect(household).toEqual({
    ...rest,
    groupId: 'z5',
    regionPath: ['c', 't', 'z', 'z5'],
    door: '桥头 1 号',
    history: [...KEPT.history, { ...DEED, what: 'corrected' }],
    revision: 5,
  });
});

test('another head: the lines say the relations anew, and whoever has no line gets theirs by rule', () => {
  const both = merged([son({ relation: 'head' }), father({ relation: 'father' })]);
  expect(both.household).toMatchObject({ headMemberId: 'm2', revision: 5 });
  expect(both.household.members.map(({ id, relation }) => [id, relation])).toEqual([
    ['m1', 'father'],
    ['m2', 'head'],
  ]);
  const alone = merged([son({ relation: 'head' })]);
  expect(alone.missing).toEqual([FATHER]);
  expect(alone.household.members.map(({ id, relation }) => [id, relation])).toEqual([
    ['m1', 'father'],
    ['m2', 'head'],
  ]);
});

test('the same lines again change nothing, whatever the first time changed', () => {
  const lines = house(
    [
      person(4, { name: '冉小溪', relation: 'head', idNumber: '500200200806010036', phone: '13812345678' }),
      father({ relation: 'father', residence: 'away' }),
      son({ relation: 'sibling' }),
    ],
    { groupId: 'z5', door: '桥头 1 号' },
  );
  const once = mergeHousehold(KEPT, lines, tools);
  expect(once.change).toBe('changed');
  expect(mergeHousehold(once.household, lines, tools)).toEqual({ ...once, change: 'unchanged', joined: 0 });
});

test('a new household, and the same lines again', () => {
  const lines = house([father({ phone: '13812345678' }), son()], { groupId: 'z3', courtyardId: 'z3-1', door: '桥头' });
  const identity = { id: 'h9', card: KEPT.card };
  const made = registerHousehold(lines, identity, tools);
  expect(made).toEqual({
    change: 'new',
    joined: 2,
    missing: [],
    household: {
      ...identity,
      villageId: 'z',
      groupId: 'z3',
      courtyardId: 'z3-1',
      regionPath: ['c', 't', 'z', 'z3-1'],
      number: '31',
      door: '桥头',
      headMemberId: 'new-2',
      members: [
        {
          id: 'new-2',
          name: '冉光明',
          relation: 'head',
          birthDate: '1980-01-05',
          idNumber: sealed('500200198001050014'),
          phone: sealed('13812345678'),
          residence: 'home',
        },
        { id: 'new-3', name: '冉小山', relation: 'son', birthDate: '2008-06-01', residence: 'home' },
      ],
      formerMembers: [],
      history: [{ ...DEED, what: 'registered' }],
      state: 'active',
      revision: 1,
    },
  });
  expect(mergeHousehold(made.household, lines, tools).change).toBe('unchanged');
});

describe('against the register', () => {
  const nowhere = () => false;
  const letters = { group: 'B', number: 'D', idNumber: 'J' };
  const at = { sheet: '一', row: 2 };

  test('another family under the same number is a mistake in the number', () => {
    const stranger = person(2, { name: '石远', relation: 'head', letters });
    expect(findingsAgainst(KEPT, house([stranger]), nowhere, index)).toEqual([
      { ...at, column: 'D', heading: '户号', message: '名册里这个户号是另一家人，一个也对不上，请核对户号' },
    ]);
  });

  test('nothing to say', () => expect(findingsAgainst(KEPT, house([father(), son()]), nowhere, index)).toEqual([]));

  test.each<readonly [string, Household | null, (idNumber: string) => boolean, object]>([
    [
      'a new household without a group',
      null,
      nowhere,
      {
        column: 'B',
        heading: '组',
        message: '名册里还没有这一户，请写明是哪个组',
      },
    ],
    [
      'a dissolved household',
      { ...KEPT, state: 'dissolved' },
      nowhere,
      {
        column: 'D',
        heading: '户号',
        message: '这个户号的户已经注销，请核对，或者换一个户号',
      },
    ],
    [
      'a number that another household has',
      KEPT,
      (number) => number === '500200198001050014',
      {
        column: 'J',
        heading: '身份证号',
        message: '这个身份证号登记在另一户。如果是迁过来的，请先在户册里办“迁到另一户”，再导入',
      },
    ],
    [
      'somebody who has died',
      {
        ...KEPT,
        members: [SON],
        formerMembers: [{ ...FATHER, left: { reason: 'died', on: '2026-01-01', at: AT, by: 'x' } }],
      },
      nowhere,
      {
        column: 'J',
        heading: '身份证号',
        message: '这个人在名册里登记为去世，请核对；登记错了请先在户册里更正',
      },
    ],
    [
      'more than thirty with those who are there',
      {
        ...KEPT,
        members: Array.from({ length: 30 }, (_, i) => ({ ...SON, id: `m${i}`, ...(i > 0 && { name: `某${i}` }) })),
      },
      nowhere,
      {
        column: 'D',
        heading: '户号',
        message: '连同名册里原有的人，这一户超过 30 人，请核对户号，或者先在户册里办离开',
      },
    ],
  ])('%s', (_what, kept, isElsewhere, finding) => {
    expect(findingsAgainst(kept, house([father({ letters }), son()]), isElsewhere, index)).toEqual([
      { ...at, ...finding },
    ]);
  });
});
