import { birthDateOf, genderOf, isIdNumber, isMobileNumber, normalizeIdNumber } from './personal-numbers.rules';

test.each([
  // The standard's own two examples.
  ['11010519491231002X', true],
  ['440524188001010014', true],
  ['110105194912310020', false],
  ['11010519490231002X', false],
  ['11010519491331002X', false],
  ['01010519491231002X', false],
  ['11010519491231002', false],
  ['1101051949123100２X', false],
  ['', false],
])('%s can be an identity number: %s', (text, is) => expect(isIdNumber(text)).toBe(is));

test('what was typed is made plain first', () =>
  expect(normalizeIdNumber(' 110105 1949 1231 002x')).toBe('11010519491231002X'));

test('it tells birth date and gender', () => {
  expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
  expect(genderOf('11010519491231002X')).toBe('female');
  expect(genderOf('440524188001010014')).toBe('male');
});

test.each([
  ['13812345678', true],
  ['19900000000', true],
  ['12812345678', false],
  ['1381234567', false],
  ['+8613812345678', false],
])('%s is a mobile number: %s', (text, is) => expect(isMobileNumber(text)).toBe(is));
