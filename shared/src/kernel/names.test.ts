import { maskIdNumber, maskName, maskPhone } from './names';

test.each([
  ['张三丰', '张**'],
  ['张三', '张*'],
  ['张', '*'],
  ['', ''],
  ['欧阳娜娜', '欧阳**'],
  ['欧阳修', '欧阳*'],
  // Two characters: 欧 may be the surname, and nothing would be hidden otherwise.
  ['欧阳', '欧*'],
  ['冉 桂兰', '冉**'],
  ['阿依·买买提', '阿*·***'],
  ['𠮷田', '𠮷*'],
])('%s is shown as %s', (name, masked) => expect(maskName(name)).toBe(masked));

test('a phone number keeps its ends', () => expect(maskPhone('13812341234')).toBe('138****1234'));

test('an identity number keeps one character at each end', () =>
  expect(maskIdNumber('11010519491231002X')).toBe('1****************X'));
