import Taro from '@tarojs/taro';
import { askReminders } from './subscribe';

const ask = (said: Record<string, string>, setting: object = { mainSwitch: true, itemSettings: {} }) => {
  jest.spyOn(Taro, 'requestSubscribeMessage').mockResolvedValue({ errMsg: 'ok', ...said } as never);
  jest.spyOn(Taro, 'getSetting').mockResolvedValue({ subscriptionsSetting: setting } as never);
  return askReminders(['a', 'b']);
};

test.each([
  ['both', { a: 'accept', b: 'accept' }, undefined, ['accepted', 'accepted']],
  ['one', { a: 'accept', b: 'reject' }, undefined, ['accepted', 'refused']],
  [
    'never again',
    { a: 'reject', b: 'reject' },
    { mainSwitch: true, itemSettings: { b: 'reject' } },
    ['refused', 'refusedForever'],
  ],
  ['all reminders off', { a: 'reject', b: 'ban' }, { mainSwitch: false }, ['refusedForever', 'refusedForever']],
])('%s', async (_what, said, setting, answers) =>
  expect((await ask(said, setting)).map(({ answer }) => answer)).toEqual(answers),
);

test('a WeChat that cannot ask has no answers', async () => {
  jest
    .spyOn(Taro, 'requestSubscribeMessage')
    .mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail', errCode: 20004 });
  expect(await askReminders(['a'])).toEqual([]);
});

test('no more than WeChat asks for at a time', async () => {
  const request = jest.spyOn(Taro, 'requestSubscribeMessage').mockResolvedValue({} as never);
  const answers = await askReminders(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(answers.map(({ template }) => template)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(request).toHaveBeenCalledWith(expect.objectContaining({ tmplIds: ['a', 'b', 'c', 'd', 'e'] }));
});
