import { type FirstAid, firstAidFor, firstAidLines } from './first-aid.rules';
import { FRAUD_TYPE_KEYS } from './fraud-types.rules';

describe('firstAidFor', () => {
  test.each<[string, FirstAid['level'], FirstAid['type'], boolean]>([
    ['拉我进群点赞领佣金，做任务要垫钱', 'likely', 'brushing', false],
    ['老师带着炒股，说稳赚', 'likely', 'investment', false],
    ['卖饲料的让加微信付定金，低价', 'likely', 'shopping', false],
    ['快递客服说包裹丢了要理赔', 'likely', 'courier', false],
    ['说能贷款，先交保证金才放款', 'likely', 'loan', false],
    ['说我征信有问题，要注销校园贷', 'likely', 'credit', false],
    ['“孙子”打电话说手机坏了急用钱，别告诉爸妈', 'likely', 'acquaintance', false],
    ['自称民警说我涉嫌洗钱，要转到安全账户', 'likely', 'officials', false],
    ['网上认识的对象没见过面，要借钱', 'likely', 'romance', false],
    ['孩子在游戏里扫码免费领皮肤', 'likely', 'gaming', false],
    ['有人问我要验证码', 'likely', null, false],
    ['有人给我打电话说贷款的事', 'suspicious', 'loan', false],
    ['今天天气怎么样', 'unclear', null, false],
    ['', 'unclear', null, false],
    ['刷单，我已经转了三千', 'likely', 'brushing', true],
    ['刷单让我转钱，我还没转', 'likely', 'brushing', false],
    ['被骗了怎么办', 'unclear', null, true],
  ])('%s', (text, level, type, hasPaid) => expect(firstAidFor(text)).toMatchObject({ level, type, hasPaid }));
});

test('the words that say so are told once each', () =>
  expect(firstAidFor('安全账户，安全账户，民警说的').signs).toEqual(['民警', '安全账户']));

test('whoever has paid is told the number first; every kind has something to do', () => {
  expect(firstAidLines({ type: 'loan', hasPaid: true })[0]).toBe('马上打 110，再打银行电话要求止付。');
  for (const type of [...FRAUD_TYPE_KEYS, null])
    expect(firstAidLines({ type, hasPaid: false }).length).toBeGreaterThanOrEqual(2);
});
