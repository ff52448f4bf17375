import { type MeetingCount, mistakesIn, reckon } from './meeting.rules';

const assembly: MeetingCount = {
  kind: 'assembly',
  base: 'adults',
  registered: 100,
  excluded: [],
  present: 51,
  womenPresent: 20,
  inFavour: 26,
  against: 20,
  abstaining: 5,
};

/** kind, base, registered, excluded, present, for, against, abstaining → outcome, quorum, majority */
test.each([
  // exactly half is not more than half
  ['assembly', 'adults', 100, 0, 50, 50, 0, 0, 'noQuorum', 51, 26],
  ['assembly', 'adults', 100, 0, 51, 26, 25, 0, 'passed', 51, 26],
  ['assembly', 'adults', 101, 0, 50, 50, 0, 0, 'noQuorum', 51, 26],
  ['assembly', 'adults', 101, 0, 51, 51, 0, 0, 'passed', 51, 26],
  // exactly half of those present in favour does not pass, one more does
  ['assembly', 'adults', 100, 0, 60, 30, 30, 0, 'notPassed', 51, 31],
  ['assembly', 'adults', 100, 0, 60, 31, 29, 0, 'passed', 51, 31],
  // abstentions are present: more for than against is not enough
  ['assembly', 'adults', 100, 0, 60, 30, 10, 20, 'notPassed', 51, 31],
  ['assembly', 'adults', 100, 0, 61, 31, 0, 30, 'passed', 51, 31],
  // those left out make the base smaller
  ['assembly', 'adults', 100, 20, 40, 40, 0, 0, 'noQuorum', 41, 21],
  ['assembly', 'adults', 100, 20, 41, 21, 20, 0, 'passed', 41, 21],
  // two thirds of the households: 66.67 of 100, 66 of 99, 67.33 of 101
  ['assembly', 'households', 100, 0, 66, 66, 0, 0, 'noQuorum', 67, 34],
  ['assembly', 'households', 100, 0, 67, 34, 33, 0, 'passed', 67, 34],
  ['assembly', 'households', 99, 0, 65, 65, 0, 0, 'noQuorum', 66, 33],
  ['assembly', 'households', 99, 0, 66, 33, 33, 0, 'notPassed', 66, 34],
  ['assembly', 'households', 99, 0, 66, 34, 32, 0, 'passed', 66, 34],
  ['assembly', 'households', 101, 0, 67, 67, 0, 0, 'noQuorum', 68, 34],
  ['assembly', 'households', 101, 0, 68, 35, 33, 0, 'passed', 68, 35],
  ['representatives', 'members', 45, 0, 29, 29, 0, 0, 'noQuorum', 30, 15],
  ['representatives', 'members', 45, 0, 30, 15, 15, 0, 'notPassed', 30, 16],
  ['representatives', 'members', 45, 0, 30, 16, 14, 0, 'passed', 30, 16],
  ['representatives', 'members', 44, 0, 30, 16, 0, 14, 'passed', 30, 16],
  ['representatives', 'members', 43, 0, 28, 28, 0, 0, 'noQuorum', 29, 15],
  // a group counts two thirds either way
  ['group', 'adults', 31, 0, 20, 20, 0, 0, 'noQuorum', 21, 11],
  ['group', 'adults', 31, 0, 21, 11, 10, 0, 'passed', 21, 11],
  ['group', 'households', 3, 0, 2, 1, 1, 0, 'notPassed', 2, 2],
  ['group', 'households', 3, 0, 2, 2, 0, 0, 'passed', 2, 2],
  // the smallest of all, and nobody there
  ['assembly', 'adults', 1, 0, 1, 1, 0, 0, 'passed', 1, 1],
  ['assembly', 'adults', 1, 0, 0, 0, 0, 0, 'noQuorum', 1, 1],
  ['group', 'households', 1, 0, 0, 0, 0, 0, 'noQuorum', 1, 1],
  // many present, none in favour
  ['assembly', 'adults', 100, 0, 100, 0, 0, 100, 'notPassed', 51, 51],
] as const)(
  '%s by %s: %i registered, %i left out, %i present; %i for, %i against, %i abstaining: %s',
  (kind, base, registered, left, present, inFavour, against, abstaining, outcome, quorum, majority) => {
    const excluded = left > 0 ? [{ reason: '外出联系不上', count: left }] : [];
    const count = { kind, base, registered, excluded, present, womenPresent: 0, inFavour, against, abstaining };
    expect(mistakesIn(count)).toEqual([]);
    expect(reckon(count)).toMatchObject({ outcome, quorum, majority, counted: registered - left });
  },
);

test.each<[string, Partial<MeetingCount>, string, string]>([
  ['votes that do not add up', { inFavour: 27 }, 'inFavour', '赞成、反对、弃权加起来是 52，到会的是 51，对不上'],
  ['fewer votes than people', { abstaining: 0 }, 'inFavour', '赞成、反对、弃权加起来是 46，到会的是 51，对不上'],
  ['more present than belong', { present: 101, inFavour: 76 }, 'present', '到会人数超过了应到的 100 人'],
  [
    'more present than are counted',
    { excluded: [{ reason: '外出', count: 50 }] },
    'present',
    '到会人数超过了应到的 50 人',
  ],
  ['more women than people', { womenPresent: 52 }, 'womenPresent', '到会妇女的人数超过了到会人数'],
  ['nobody belongs', { registered: 0 }, 'registered', '应到人数不能是 0'],
  [
    'everybody left out',
    { excluded: [{ reason: '外出', count: 100 }] },
    'excluded',
    '不计入的人数不能等于或超过应到人数',
  ],
  ['half a person', { against: 20.5 }, 'against', '请填写 0 或大于 0 的整数'],
  ['less than nobody', { abstaining: -1 }, 'abstaining', '请填写 0 或大于 0 的整数'],
  ['left out without a reason', { excluded: [{ reason: ' ', count: 1 }] }, 'excluded', '不计入的人要写明理由'],
  [
    'none left out, but written',
    { excluded: [{ reason: '外出', count: 0 }] },
    'excluded',
    '不计入的人数请填写大于 0 的整数',
  ],
  ['an assembly of representatives', { base: 'members' }, 'base', '村民会议不能按村民代表计算'],
  [
    'representatives by household',
    { kind: 'representatives', base: 'households' },
    'base',
    '村民代表会议不能按户的代表计算',
  ],
  [
    'representatives left out',
    { kind: 'representatives', base: 'members', excluded: [{ reason: '外出', count: 1 }] },
    'excluded',
    '村民代表会议按全体代表计算，不能减去没到的人',
  ],
])('%s', (_what, changes, field, message) => {
  expect(mistakesIn({ ...assembly, ...changes })).toContainEqual({ field, message });
  expect(() => reckon({ ...assembly, ...changes })).toThrow(RangeError);
});

test('the articles and what the record should also say', () => {
  expect(reckon(assembly)).toMatchObject({
    quorumRule: '村民会议要有十八周岁以上的村民过半数到会（村民委员会组织法第二十六条）',
    majorityRule: '要到会人员过半数同意，弃权的也算到会（村民委员会组织法第二十六条）',
    remarks: [],
  });
  const { quorumRule, remarks } = reckon({
    ...assembly,
    kind: 'representatives',
    base: 'members',
    registered: 45,
    present: 30,
    womenPresent: 0,
    inFavour: 30,
    against: 0,
    abstaining: 0,
  });
  expect(quorumRule).toBe('村民代表会议要有村民代表三分之二以上到会（村民委员会组织法第三十条）');
  expect(remarks).toEqual([
    '村规民约由村民会议制定（村民委员会组织法第三十一条）；由代表会议表决的，记录里要写明村民会议的授权。',
    '没有妇女到会。2018 年七部门的意见要求表决时有妇女参加。',
  ]);
});
