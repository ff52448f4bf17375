import { fireEvent, screen, waitFor } from '@testing-library/react';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { writeQueue, writeSoon } from '@/platform/queue/queue';
import { useSession } from '@/platform/session';
import { cutNetwork, open, refuse, serve } from '../../../../../test/screen';
import Outbox from './index';

beforeEach(() => {
  writeQueue.refresh();
  useSession.setState({ session: { token: 'token-1', personId: 'p1' } });
});

async function renameWithoutSignal() {
  cutNetwork();
  await writeSoon(identityContract.rename, { name: '田秀英' }, '改姓名：田秀英');
}

test('what waits is sent when the person says so and there is a signal', async () => {
  await renameWithoutSignal();
  open(<Outbox />);
  expect(screen.getByRole('heading', { name: '改姓名：田秀英' })).toBeTruthy();
  expect(screen.getByText('等有网络。')).toBeTruthy();
  const request = serve({ '/me/name': {} });
  window.dispatchEvent(new Event('online'));
  fireEvent.click(screen.getByRole('button', { name: '现在重传' }));
  expect(await screen.findByText('都传上去了')).toBeTruthy();
  const writes = request.mock.calls.filter(([{ method }]) => method === 'PUT');
  expect(writes).toEqual([[expect.objectContaining({ url: '/api/me/name', data: { name: '田秀英' } })]]);
});

test('what the service refused says why, and is given up only after asking', async () => {
  await renameWithoutSignal();
  open(<Outbox />);
  serve({ '/me/name': refuse(409, 'identity.x', '这个姓名改不了', '请问村干部') });
  window.dispatchEvent(new Event('online'));
  fireEvent.click(screen.getByRole('button', { name: '现在重传' }));
  expect(await screen.findByText('这个姓名改不了。请问村干部')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '不要了…' }));
  fireEvent.click(screen.getByRole('button', { name: '留着' }));
  expect(screen.getByText('没有办成')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '不要了…' }));
  fireEvent.click(screen.getByRole('button', { name: '不要了' }));
  expect(await screen.findByText('都传上去了')).toBeTruthy();
});

test('another person sees nothing of it', async () => {
  await renameWithoutSignal();
  useSession.setState({ session: { token: 'token-2', personId: 'p2' } });
  open(<Outbox />);
  await waitFor(() => expect(screen.getByText('都传上去了')).toBeTruthy());
});
