import { caseAloud, sayAmount, sayTargets } from './case-words';

test.each([
  [800, '800 元'],
  [9_999, '9999 元'],
  [10_000, '1 万元'],
  [38_500, '3.9 万元'],
  [1_200_000, '120 万元'],
])('%d yuan: %s', (yuan, said) => expect(sayAmount(yuan)).toBe(said));

test('whom it aims at', () => expect(sayTargets(['elderly', 'parents'])).toBe('老人、带孩子的家长'));

test('aloud: what it is called, each step, the answer, what to do', () =>
  expect(
    caseAloud({
      type: 'loan',
      title: '先交保证金',
      steps: ['打来电话。', '要保证金。'],
      sayNo: '我不贷。',
      amountYuan: null,
      targets: [],
      doNow: ['挂断。', '问银行。'],
    }),
  ).toBe(
    '先交保证金。这一类叫虚假贷款。\n第1步，打来电话。\n第2步，要保证金。\n这样回他：我不贷。\n现在这样做：挂断。问银行。',
  ));
