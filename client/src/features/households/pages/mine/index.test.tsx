import { screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, serve } from '../../../../../test/screen';
import MyHousehold from './index';

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

const REQUEST = { id: 'r', regionName: '3组', name: '田小花', askedAt: new Date().toISOString() };

test.each([
  ['nobody has asked', null, ['没有户卡？']],
  ['waiting', { ...REQUEST, state: 'waiting', reason: null }, ['等村里人看', '不申请了']],
  ['refused', { ...REQUEST, state: 'refused', reason: '请到村委会来一趟' }, ['没有通过', '再写一次']],
])('not bound: %s', async (_what, request, words) => {
  serve({ '/me/household': { household: null, request } });
  open(<MyHousehold />);
  expect(await screen.findByText('还没有绑定到户')).toBeTruthy();
  for (const word of words) expect(screen.getByText(word)).toBeTruthy();
});

test('bound: who is of the house, and the head may hand that on', async () => {
  const member = {
    id: 'a',
    name: '田维明',
    relation: 'head',
    isHead: true,
    isMe: true,
    isBound: true,
    residence: 'home',
  };
  const wife = { ...member, id: 'b', name: '冉桂兰', relation: 'spouse', isHead: false, isMe: false, isBound: false };
  const household = {
    ...{ id: 'h', villageId: 'zhaying', villageName: '扎营村', groupName: '3组', courtyardName: '茶园坡' },
    ...{ number: '031', door: '茶园坡 3 号', amHead: true, cardIssuedOn: '2026-01-05', kin: [], revision: 1 },
    members: [
      { ...member, phoneMasked: '199****0001' },
      { ...wife, phoneMasked: null },
    ],
  };
  serve({ '/me/household': { household, request: null } });
  open(<MyHousehold />);
  expect(await screen.findByText('扎营村3组 031 号')).toBeTruthy();
  expect(screen.getByText('家里 2 口人')).toBeTruthy();
  expect(screen.getByText('配偶，在家')).toBeTruthy();
  expect(screen.getByText('199****0001')).toBeTruthy();
  expect(screen.getByText('换户主')).toBeTruthy();
});
