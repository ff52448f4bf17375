import {
  findingsIn,
  type Item,
  isWorth,
  mistakesInItem,
  type RefusalName,
  sayWorth,
  TEMPLATE,
} from './catalogue.rules';

const item = (fields: Partial<Item> = {}): Item => ({
  ...{ key: 'a', title: '植树', category: 'environment', minPoints: 2, maxPoints: 5, evidence: '照片' },
  ...{ capPoints: 20, clause: null, ...fields },
});

test.each<[string, string, RefusalName[], string[]]>([
  ['不上访奖励', '', ['petition'], ['上访']],
  ['转发村里的文章', '', ['speech'], ['转发']],
  ['参加寺庙修缮', '', ['religion'], ['寺庙']],
  ['响应三孩政策', '', ['birth'], ['三孩']],
  ['无偿献血', '', ['health'], ['献血']],
  ['家里无前科', '', ['court'], ['前科']],
  ['每天打卡', '', ['app'], ['打卡']],
  ['参加清扫', '凭小程序签到', ['app'], ['小程序']],
  ['按时交医保', '', ['benefit'], ['医保']],
  ['乱倒垃圾扣分', '', ['shame'], ['扣分']],
  ['上访户领低保', '', ['petition', 'benefit'], ['上访', '低保']],
  ['参加环境清扫', '清扫时的照片', [], []],
  ['化解邻里纠纷', '双方证明', [], []],
])('%s（%s）', (title, evidence, refusals, quotes) => {
  const findings = findingsIn({ title, evidence });
  expect(findings.map(({ refusal }) => refusal)).toEqual(refusals);
  expect(findings.map(({ quote }) => quote)).toEqual(quotes);
});

test('nothing of the template is refused, and no value is wrong', () => {
  for (const one of TEMPLATE) expect([one.title, findingsIn(one), mistakesInItem(one)]).toEqual([one.title, [], []]);
  expect(new Set(TEMPLATE.map(({ key }) => key)).size).toBe(26);
});

test.each([
  ['nothing', {}, []],
  ['no title', { title: '' }, ['title']],
  ['a range upside down', { minPoints: 6 }, ['maxPoints']],
  ['a limit below one act', { capPoints: 1 }, ['capPoints']],
  ['no limit', { capPoints: null }, []],
])('mistakes: %s', (_what, fields, expected) =>
  expect(mistakesInItem(item(fields)).map(({ field }) => field)).toEqual(expected),
);

test.each([
  [2, true],
  [5, true],
  [1, false],
  [6, false],
  [2.5, false],
])('worth 2 to 5, %d: %s', (points, is) => expect(isWorth(item(), points)).toBe(is));

test('worth as people say it', () => {
  expect([sayWorth(item()), sayWorth(item({ maxPoints: 2 }))]).toEqual(['2–5 分', '2 分']);
});
