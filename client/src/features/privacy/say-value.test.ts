import { sayValue } from './say-value';

const now = Date.parse('2026-11-24T12:00:00+08:00');

test.each([
  [null, '没有填'],
  ['', '没有填'],
  [true, '是'],
  [false, '否'],
  [3, '3'],
  [[], '没有'],
  [['扎营村 村干部', '红溪村 法律顾问'], '扎营村 村干部、红溪村 法律顾问'],
  ['2026-11-24T01:30:00.000Z', '今天 09:30'],
  ['2026-01-05', '2026年1月5日'],
  ['冉桂兰', '冉桂兰'],
])('%j is %s', (value, said) => expect(sayValue(value, now)).toBe(said));
