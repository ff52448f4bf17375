import { fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import Consents from './index';

const name = {
  purpose: 'publishName',
  kind: 'separateConsent',
  version: 1,
  title: '公示时写出我的全名',
  text: '全村的人都看得到。',
  without: '不同意就只写姓。',
  law: '《个人信息保护法》第二十五条',
  state: 'none',
  said: null,
};
const given = { ...name, state: 'given', said: { at: new Date().toISOString(), how: 'self' } };
const mine = (consent: object, isChild = false) => ({ consents: [consent], isChild, children: [] });

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('one switch gives and takes back, with the version that was read', async () => {
  serve({ '/me/consents': mine(name) });
  open(<Consents />);
  const off = await screen.findByRole('switch', { name: /没有同意/ });
  expect(screen.getByText('单独同意')).toBeTruthy();
  const request = serve({ '/me/consents': mine(given), '/me/consents/publishName': {} });
  fireEvent.click(off);
  const on = await screen.findByRole('switch', { name: /已同意/ });
  expect(request).toHaveBeenCalledWith(
    expect.objectContaining({
      method: 'PUT',
      data: { version: 1, isGiven: true },
      url: '/api/me/consents/publishName',
    }),
  );
  const later = serve({ '/me/consents': mine(name), '/me/consents/publishName': {} });
  fireEvent.click(on);
  expect(await screen.findByRole('switch', { name: /没有同意/ })).toBeTruthy();
  expect(later).toHaveBeenCalledWith(expect.objectContaining({ data: { version: 1, isGiven: false } }));
});

test('changed words are named as such, and do not count', async () => {
  serve({ '/me/consents': mine({ ...given, state: 'outdated' }) });
  open(<Consents />);
  const off = await screen.findByRole('switch', { name: /说明改过了/ });
  expect(off.getAttribute('aria-checked')).toBe('false');
});

test('a child learns who decides', async () => {
  serve({ '/me/consents': mine(name, true) });
  open(<Consents />);
  expect(await screen.findByText(/您未满十四周岁/)).toBeTruthy();
  serve({
    '/me/consents': mine(name, true),
    '/me/consents/publishName': refuse(403, 'privacy.guardianNeeded', '未满十四周岁，要由家长来同意', '请家长打开'),
  });
  fireEvent.click(screen.getByRole('switch'));
  expect(await screen.findByText('未满十四周岁，要由家长来同意。请家长打开')).toBeTruthy();
});
