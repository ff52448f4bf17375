import { screen } from '@testing-library/react';
import { localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import Offices from './index';

const inDays = (days: number) => localDateOf(Date.now() + days * 24 * 3600_000);
const grant = (id: string, personName: string | null, endsOn: string) => ({
  id,
  personId: `p-${id}`,
  personName,
  role: 'gridMember',
  roleName: '网格员',
  regionId: 'zhaying',
  regionName: '扎营村',
  grantedAt: '2026-01-05T02:00:00.000Z',
  endsOn,
});

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('who holds what, and how long it still lasts', async () => {
  serve({ '/regions/zhaying/grants': { grants: [grant('a', '彭春燕', inDays(400)), grant('b', null, inDays(12))] } });
  open(<Offices />, { regionId: 'zhaying' });
  expect(await screen.findByText('彭春燕')).toBeTruthy();
  expect(screen.getByText(`扎营村 网格员，任期到${sayDate(inDays(400))}`)).toBeTruthy();
  expect(screen.getByText('还剩 400 天')).toBeTruthy();
  expect(screen.getByText('没有填姓名')).toBeTruthy();
  expect(screen.getByText('还剩 12 天')).toBeTruthy();
});

test('nobody holds anything yet', async () => {
  serve({ '/regions/zhaying/grants': { grants: [] } });
  open(<Offices />, { regionId: 'zhaying' });
  expect(await screen.findByText('这里还没有人任职')).toBeTruthy();
});

test('whoever has no office here is told so', async () => {
  serve({ '/regions/zhaying/grants': refuse(403, 'access.outOfScope', '您没有这里的权限') });
  open(<Offices />, { regionId: 'zhaying' });
  expect(await screen.findByText('您没有这里的权限')).toBeTruthy();
});
