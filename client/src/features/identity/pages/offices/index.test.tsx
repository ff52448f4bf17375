import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
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
  revocable: id === 'a',
});
const mayGrant = [{ role: 'gridMember', roleName: '网格员' }];

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('who holds what, and until when; a term that ends soon is marked', async () => {
  const grants = [grant('a', '彭春燕', inDays(400)), grant('b', null, inDays(12))];
  serve({ '/regions/zhaying/grants': { grants, next: null, mayGrant } });
  open(<Offices />, { regionId: 'zhaying' });
  expect(await screen.findByText('彭春燕')).toBeTruthy();
  expect(screen.getByText(`到${sayDate(inDays(400))}`)).toBeTruthy();
  expect(screen.getByText('没有填姓名')).toBeTruthy();
  expect(screen.getAllByText(/还剩/).map((tag) => tag.textContent)).toEqual(['还剩 12 天']);
});

test('an office is taken back only after asking, and only where one may', async () => {
  serve({ '/regions/zhaying/grants': { grants: [grant('a', '彭春燕', inDays(400))], next: null, mayGrant } });
  open(<Offices />, { regionId: 'zhaying' });
  fireEvent.click(await screen.findByRole('button', { name: /彭春燕/ }));
  const request = serve({
    '/regions/zhaying/grants': { grants: [], next: null, mayGrant },
    '/regions/zhaying/grants/a': {},
  });
  expect(request).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '免去职务' }));
  await waitFor(() => expect(screen.queryByText('彭春燕')).toBeNull());
  expect(request).toHaveBeenCalledWith(
    expect.objectContaining({ method: 'DELETE', url: '/api/regions/zhaying/grants/a' }),
  );
});

test('what the service says against it is shown', async () => {
  serve({
    '/regions/zhaying/grants': {
      grants: [grant('a', '彭春燕', inDays(9)), grant('b', '田秀英', inDays(9))],
      next: null,
      mayGrant,
    },
    '/regions/zhaying/grants/a': refuse(404, 'identity.grantUnknown', '没有找到这项任职'),
  });
  open(<Offices />, { regionId: 'zhaying' });
  expect(await screen.findByText('田秀英')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /田秀英/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /彭春燕/ }));
  fireEvent.click(screen.getByRole('button', { name: '免去职务' }));
  expect(await screen.findByText('没有找到这项任职')).toBeTruthy();
});

test('the next page comes when asked for', async () => {
  serve({
    '/regions/zhaying/grants': { grants: [grant('a', '彭春燕', inDays(9))], next: 'p-a', mayGrant: [] },
    '/regions/zhaying/grants?after=p-a': { grants: [grant('b', '田秀英', inDays(9))], next: null, mayGrant: [] },
  });
  open(<Offices />, { regionId: 'zhaying' });
  fireEvent.click(await screen.findByRole('button', { name: '看更多' }));
  expect(await screen.findByText('田秀英')).toBeTruthy();
  expect(screen.getByText('彭春燕')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '看更多' })).toBeNull();
});

test('nobody holds anything yet: the way to begin', async () => {
  serve({ '/regions/zhaying/grants': { grants: [], next: null, mayGrant } });
  const to = jest.spyOn(Taro, 'navigateTo');
  open(<Offices />, { regionId: 'zhaying' });
  expect(await screen.findByText('这里还没有人任职')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '安排一个人' }));
  expect(to).toHaveBeenCalledWith({ url: '/features/identity/pages/appoint/index?regionId=zhaying' });
});

test('whoever has no office here is told so', async () => {
  serve({ '/regions/zhaying/grants': refuse(403, 'access.outOfScope', '您没有这里的权限') });
  open(<Offices />, { regionId: 'zhaying' });
  expect(await screen.findByText('您没有这里的权限')).toBeTruthy();
});
