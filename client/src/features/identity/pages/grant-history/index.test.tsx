import { screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, serve } from '../../../../../test/screen';
import GrantHistory from './index';

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

const event = {
  cursor: 'c1',
  what: 'revoked',
  at: '2024-03-05T02:00:00.000Z',
  byName: '冉光明',
  personName: null,
  roleName: '网格员',
  regionName: '扎营村',
  endsOn: '2031-01-04',
};

test('who did what to whom, and when', async () => {
  serve({ '/regions/zhaying/grants/history': { events: [event], next: null } });
  open(<GrantHistory />, { regionId: 'zhaying' });
  expect(await screen.findByText('冉光明 免去 没有填姓名')).toBeTruthy();
  expect(screen.getByText('扎营村 网格员，任期到2031年1月4日')).toBeTruthy();
  expect(screen.getByText('2024年3月5日')).toBeTruthy();
});

test('nothing has happened yet', async () => {
  serve({ '/regions/zhaying/grants/history': { events: [], next: null } });
  open(<GrantHistory />, { regionId: 'zhaying' });
  expect(await screen.findByText('还没有记录')).toBeTruthy();
});
