import {
  CASE_STATES,
  type CaseState,
  isExpiryFine,
  missingIn,
  movesFor,
  personalIn,
  sayFinding,
  warningOfTheDay,
} from './case.rules';

describe('movesFor: everything not named is forbidden', () => {
  const allowed: Record<string, readonly string[]> = {
    'draft true': ['submit'],
    'draft false': ['submit'],
    'review true': ['sendBack'],
    'review false': ['publish', 'sendBack'],
    'published true': ['withdraw'],
    'published false': ['withdraw'],
  };
  test.each(CASE_STATES.flatMap((state) => [true, false].map((hasWritten) => [state, hasWritten] as const)))(
    '%s, has written it: %s',
    (state: CaseState, hasWritten) =>
      expect(movesFor(state, hasWritten)).toEqual(allowed[`${state} ${hasWritten}`] ?? []),
  );
});

test.each([
  ['2026-11-24', false],
  ['2026-11-25', true],
  ['2027-11-24', true],
  ['2027-11-25', false],
  ['2026-01-01', false],
])('on 2026-11-24 a case may last until %s: %s', (expiresOn, is) =>
  expect(isExpiryFine(expiresOn, '2026-11-24')).toBe(is),
);

const WORDS = { title: '标题', steps: ['先打电话'], sayNo: '不信', doNow: ['挂断'], source: '县公安局' };

test.each([
  [{}, []],
  [{ title: '' }, ['title']],
  [{ steps: [], doNow: [] }, ['steps', 'doNow']],
  [{ sayNo: '', source: '' }, ['sayNo', 'source']],
])('missing with %j', (change, missing) => expect(missingIn({ ...WORDS, ...change })).toEqual(missing));

test('what names a person is told with its field', () => {
  const found = personalIn({ ...WORDS, steps: ['先打电话', '村民李明接到 13812345678 打来的电话'] });
  expect(found).toEqual([
    { kind: 'phone', quote: '13812345678', path: 'steps.1' },
    { kind: 'name', quote: '李明', path: 'steps.1' },
  ]);
  expect(found.map(sayFinding)[0]).toBe('“13812345678”像是电话号码，案例里不能写；姓名写成“张某”“李大爷”');
});

describe('warningOfTheDay', () => {
  const cases = [
    { id: 'c', publishedOn: '2026-11-20' },
    { id: 'b', publishedOn: '2026-11-10' },
    { id: 'a', publishedOn: '2026-11-01' },
  ];
  test.each([
    ['2026-11-20', 'c'],
    ['2026-11-22', 'c'],
    ['2026-11-23', 'a'],
    ['2026-11-24', 'c'],
    ['2026-11-25', 'b'],
  ])('%s: %s', (today, id) => expect(warningOfTheDay(cases, today)?.id).toBe(id));
  test('of none', () => expect(warningOfTheDay([], '2026-11-24')).toBeUndefined());
});
