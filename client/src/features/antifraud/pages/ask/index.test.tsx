import { fireEvent, screen, waitFor } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';
import { useSession } from '@/platform/session';
import { cutNetwork, open, serve } from '../../../../../test/screen';
import { zhaying } from '../../../../../test/village-texts';
import AskPage from './index';

const TEXT = '快递客服说包裹丢了要理赔，让我共享屏幕';
const write = () => fireEvent.change(screen.getByLabelText(/^对方说了什么/), { target: { value: TEXT } });

test('a first answer needs neither a network nor a name, and says that it is no officer’s', () => {
  usePreferences.setState({ village: zhaying });
  const request = cutNetwork();
  open(<AskPage />);
  write();
  fireEvent.click(screen.getByRole('button', { name: '先看一看像不像' }));
  expect(screen.getByText('很像诈骗，先停下来')).toBeTruthy();
  expect(screen.getByText(/^像是：冒充电商物流客服/)).toBeTruthy();
  expect(screen.getByText('这是手机按字比对写的，不是民警的回答。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '登录' })).toBeTruthy();
  expect(request).not.toHaveBeenCalled();
});

test('sent to the officer with what was said; below, what was asked before', async () => {
  usePreferences.setState({ village: zhaying });
  useSession.setState({ session: { token: 'token-1', personId: 'p1' } });
  const before = {
    id: '01jd0000000000000000000009',
    villageId: 'zhaying',
    text: '中奖短信',
    askedAt: '2026-11-20T02:00:00Z',
    dueAt: '2026-11-21T02:00:00Z',
    state: 'answered',
    hasPaid: false,
    ownerName: '向阳',
    opinion: 'scam',
  };
  const request = serve({
    '/me/fraud-questions': { questions: [before] },
    '/villages/zhaying/fraud-questions': { id: '01jd0000000000000000000010' },
  });
  open(<AskPage />, { caseId: '01jd0000000000000000000002' });
  expect(await screen.findByText('向阳回答了：是诈骗')).toBeTruthy();
  write();
  fireEvent.click(screen.getByRole('switch', { name: /钱已经转了/ }));
  fireEvent.click(screen.getByRole('button', { name: '先看一看像不像' }));
  expect(screen.getByText('钱已经转了？先做这两样')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '送给民警看' }));
  await waitFor(() =>
    expect(request).toHaveBeenCalledWith(
      expect.objectContaining({
        url: '/api/villages/zhaying/fraud-questions',
        data: { text: TEXT, hasPaid: true, photoIds: [], caseId: '01jd0000000000000000000002' },
      }),
    ),
  );
});

test('without a signal the question waits on the phone', async () => {
  usePreferences.setState({ village: zhaying });
  useSession.setState({ session: { token: 'token-1', personId: 'p1' } });
  cutNetwork();
  open(<AskPage />);
  write();
  fireEvent.click(screen.getByRole('button', { name: '先看一看像不像' }));
  fireEvent.click(screen.getByRole('button', { name: '送给民警看' }));
  expect(await screen.findByText(/问题存在手机里，有网就送出去/)).toBeTruthy();
});
