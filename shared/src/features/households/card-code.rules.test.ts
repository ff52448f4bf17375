import { makeCardCode, readCardCode, readScannedCard, sayCardCode } from './card-code.rules';

test('a code is made of the bytes and of characters that nobody confuses', () => {
  expect(makeCardCode(Uint8Array.of(0, 1, 7, 8, 31, 32, 255, 20))).toBe('239AZ2ZN');
  expect(() => makeCardCode(Uint8Array.of(1))).toThrow('8 random bytes');
});

test('it is printed in two halves', () => expect(sayCardCode('KX7M2QPA')).toBe('KX7M 2QPA'));

test.each([
  ['KX7M2QPA', 'KX7M2QPA'],
  [' kx7m-2qpa ', 'KX7M2QPA'],
  ['ＫＸ７Ｍ ２ＱＰＡ', 'KX7M2QPA'],
  ['KX7M2QP', null],
  ['KX7M2QP0', null],
  ['KX7M2QPI', null],
  ['', null],
])('%p is read as %p', (typed, code) => expect(readCardCode(typed)).toBe(code));

test.each([
  ['https://xiangyue.example/#/features/households/pages/bind/index?code=KX7M2QPA', 'KX7M2QPA'],
  ['https://xiangyue.example/?x=1&code=KX7M2QPA', 'KX7M2QPA'],
  ['https://xiangyue.example/?code=KX7M2QPA&x=1', null],
  ['xiangyue://desktop/01jd/secret', null],
  ['KX7M2QPA', null],
])('%p on a picture is %p', (scanned, code) => expect(readScannedCard(scanned)).toBe(code));
