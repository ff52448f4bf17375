import { clauseOfTheDay } from './clause-of-the-day';

const clauses = ['一', '二', '三'];

test('the clauses take turns, day by day, and start again', () => {
  const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
  const [first, second, third, fourth] = days.map((day) => clauseOfTheDay(clauses, day));
  expect([first, second, third].sort()).toEqual(['一', '三', '二']);
  expect(fourth).toBe(first);
});

test('it is the same all day, and none when there are none', () => {
  expect(clauseOfTheDay(clauses, '2026-11-24')).toBe(clauseOfTheDay(clauses, '2026-11-24'));
  expect(clauseOfTheDay([], '2026-11-24')).toBeUndefined();
});
