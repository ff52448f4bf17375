import { numberKey } from './household-number.rules';

test.each([
  ['031', '000031'],
  ['31', '000031'],
  ['０３１', '000031'],
  ['0000031', '000031'],
  ['000', '000000'],
  ['三组-007', '三组-000007'],
  ['a-0012b03', 'A-000012B000003'],
  ['1234567', '1234567'],
])('the number %p counts as %p', (number, key) => expect(numberKey(number)).toBe(key));

test('numbers stand in the order in which people count', () => {
  const numbers = ['10', '9', '1组-2', '031', '1组-10', '2'];
  expect(numbers.sort((a, b) => (numberKey(a) < numberKey(b) ? -1 : 1))).toEqual([
    '1组-2',
    '1组-10',
    '2',
    '9',
    '10',
    '031',
  ]);
});
