import { type CheckAnswers, SELF_CHECK_KEYS, SELF_CHECKS, verdictOf } from './self-check.rules';

const QUESTIONS = [
  { key: 'a', text: '', why: '', decisive: true },
  { key: 'b', text: '', why: '' },
  { key: 'c', text: '', why: '' },
] as const;

describe('verdictOf', () => {
  test.each<[CheckAnswers, ReturnType<typeof verdictOf>]>([
    [{}, null],
    [{ a: 'no', b: 'no' }, null],
    [{ b: 'yes' }, null],
    [{ a: 'yes' }, 'stop'],
    [{ b: 'yes', c: 'yes' }, 'stop'],
    [{ a: 'no', b: 'yes', c: 'no' }, 'careful'],
    [{ a: 'unsure', b: 'no', c: 'no' }, 'careful'],
    [{ a: 'no', b: 'no', c: 'no' }, 'nothingFound'],
    [{ unknown: 'yes' }, null],
  ])('%j: %s', (answers, verdict) => expect(verdictOf(QUESTIONS, answers)).toBe(verdict));
});

test('every situation can be answered in two minutes: at most seven questions, each with its reason, keys apart', () => {
  for (const key of SELF_CHECK_KEYS) {
    const { questions } = SELF_CHECKS[key];
    expect([key, questions.length <= 7, new Set(questions.map((one) => one.key)).size]).toEqual([
      key,
      true,
      questions.length,
    ]);
    expect(questions.filter(({ why, text }) => !why || !text.endsWith('？'))).toEqual([]);
  }
});
