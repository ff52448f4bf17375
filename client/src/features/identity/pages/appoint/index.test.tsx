import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import Appoint from './index';

const offices = {
  grants: [],
  next: null,
  mayGrant: [
    { role: 'gridMember', roleName: '网格员' },
    { role: 'groupLeader', roleName: '组长' },
  ],
};
const place = (id: string, name: string, kind: string, below: unknown[] = []) => ({ id, name, kind, below });
const service = {
  '/regions/zhaying/grants': offices,
  '/regions/zhaying/person-codes': { personId: 'p2', personName: '田秀英' },
  '/regions/zhaying/below': place('zhaying', '扎营村', 'village', [place('zhaying-3', '3组', 'group')]),
  '/regions/zhaying-3/below': place('zhaying-3', '3组', 'group', []),
};

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

async function findPerson() {
  open(<Appoint />, { regionId: 'zhaying' });
  fireEvent.change(await screen.findByRole('textbox', { name: '他的编号' }), { target: { value: '7k3m 9xq2' } });
  fireEvent.click(screen.getByRole('button', { name: '找这个人' }));
}

test('who, what, where, until when', async () => {
  serve(service);
  await findPerson();
  expect(await screen.findByRole('heading', { name: '田秀英' })).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: '组长' }));
  // A village has no leader of a group: one goes down to the group.
  fireEvent.click(await screen.findByRole('button', { name: '3组' }));
  expect(await screen.findByRole('heading', { name: '3组' })).toBeTruthy();
  expect(screen.getByRole('radio', { name: '五年' }).getAttribute('aria-checked')).toBe('true');
  const request = serve({ ...service, '/regions/zhaying-3/grants': { id: 'g1' } });
  fireEvent.click(screen.getByRole('button', { name: '安排田秀英担任组长' }));
  await waitFor(() =>
    expect(request).toHaveBeenCalledWith(
      expect.objectContaining({
        method: 'POST',
        url: '/api/regions/zhaying-3/grants',
        data: { personId: 'p2', role: 'groupLeader', endsOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      }),
    ),
  );
});

test('another office begins again with the place and its own usual term', async () => {
  serve(service);
  await findPerson();
  fireEvent.click(await screen.findByRole('radio', { name: '网格员' }));
  fireEvent.click(await screen.findByRole('button', { name: /扎营村/ }));
  expect(screen.getByRole('radio', { name: '一年' }).getAttribute('aria-checked')).toBe('true');
  fireEvent.click(screen.getByRole('radio', { name: '组长' }));
  expect(screen.queryByRole('radiogroup', { name: '任期' })).toBeNull();
});

test('a code of nobody, and an office that is held already, are said', async () => {
  const nobody = refuse(404, 'identity.codeUnknown', '没有找到这个编号', '编号十分钟有效');
  serve({ ...service, '/regions/zhaying/person-codes': nobody });
  await findPerson();
  expect(await screen.findByText('没有找到这个编号')).toBeTruthy();
  serve({ ...service, '/regions/zhaying-3/grants': refuse(409, 'identity.grantHeld', '他已经担任这个职务') });
  fireEvent.click(screen.getByRole('button', { name: '找这个人' }));
  fireEvent.click(await screen.findByRole('radio', { name: '组长' }));
  fireEvent.click(await screen.findByRole('button', { name: '3组' }));
  fireEvent.click(await screen.findByRole('button', { name: '安排田秀英担任组长' }));
  expect(await screen.findByText('他已经担任这个职务')).toBeTruthy();
});
