import { answerDueMs, sayDue } from './question.rules';

const MINUTE = 60_000;

test.each([
  [true, 60 * MINUTE],
  [false, 24 * 60 * MINUTE],
])('has paid %s: answered within %d ms', (hasPaid, within) => expect(answerDueMs(1_000, hasPaid)).toBe(1_000 + within));

test.each([
  [0, '还剩 0 分钟'],
  [MINUTE - 1, '还剩 1 分钟'],
  [59 * MINUTE, '还剩 59 分钟'],
  [61 * MINUTE, '还剩 1 小时'],
  [23.6 * 60 * MINUTE, '还剩 24 小时'],
  [-MINUTE, '过了 1 分钟'],
  [-150 * MINUTE, '过了 3 小时'],
])('%d ms before: %s', (left, said) => expect(sayDue(1_000_000_000 + left, 1_000_000_000)).toBe(said));
