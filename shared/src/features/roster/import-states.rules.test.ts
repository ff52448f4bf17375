import { IMPORT_STATES, isOver, isUnderway, sayProgress, statesBefore } from './import-states.rules';

test.each([
  ['uploaded', []],
  ['checked', ['uploaded']],
  ['rejected', ['uploaded', 'applying']],
  ['applying', ['checked']],
  ['applied', ['applying']],
  ['failed', ['uploaded', 'applying']],
] as const)('%s is reached from %p', (state, before) => expect(statesBefore(state)).toEqual(before));

test('what goes on by itself, and what is over', () => {
  expect(IMPORT_STATES.filter(isUnderway)).toEqual(['uploaded', 'applying']);
  expect(IMPORT_STATES.filter(isOver)).toEqual(['rejected', 'applied', 'failed']);
});

test.each([
  [{ step: 'reading', done: 0, total: 0 }, '正在读表格'],
  [{ step: 'reading', done: 1_200, total: 0 }, '正在读表格，第 1,200 行'],
  [{ step: 'comparing', done: 300, total: 6_000 }, '正在和名册对照，300 / 6,000 户'],
  [{ step: 'writing', done: 1_234_567, total: 2_000_000 }, '正在写进名册，1,234,567 / 2,000,000 户'],
  [{ step: 'writing', done: 0, total: 0 }, '正在写进名册'],
] as const)('%p is said %s', (progress, words) => expect(sayProgress(progress)).toBe(words));
