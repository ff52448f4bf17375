import { fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, serve } from '../../../../../test/screen';
import Notice from './index';

const notice = {
  version: 2,
  effectiveOn: '2026-11-24',
  sections: [{ title: '不要什么', paragraphs: ['不要定位。'] }],
};
const base = (state: string, said: object | null) => ({
  consents: [{ purpose: 'base', kind: 'notice', version: 2, state, said }],
  isChild: false,
  children: [],
});

test('anybody can read it; only who has signed in is asked to say so', async () => {
  serve({ '/privacy/notice': notice });
  open(<Notice />);
  expect(await screen.findByText('不要定位。')).toBeTruthy();
  expect(screen.getByText('第 2 版，2026年11月24日起')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '看过了' })).toBeNull();
});

test('having seen it is told to the service, with the version that was shown', async () => {
  useSession.setState({ session: { token: 'token-1', personId: 'p1' } });
  serve({ '/privacy/notice': notice, '/me/consents': base('outdated', null) });
  open(<Notice />);
  const seen = await screen.findByRole('button', { name: '看过了' });
  const request = serve({
    '/privacy/notice': notice,
    '/me/consents/base': {},
    '/me/consents': base('given', { at: new Date().toISOString(), how: 'self' }),
  });
  fireEvent.click(seen);
  expect(await screen.findByText(/您在今天 .*看过这一版/)).toBeTruthy();
  expect(request).toHaveBeenCalledWith(
    expect.objectContaining({ method: 'PUT', data: { version: 2, isGiven: true }, url: '/api/me/consents/base' }),
  );
});
