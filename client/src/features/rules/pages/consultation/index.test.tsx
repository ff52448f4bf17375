import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { aConsultation, asCadre } from '../../../../../test/rule-texts';
import { open, serve } from '../../../../../test/screen';
import ConsultationPage from './index';

const PATH = '/rules/r1/consultation';

test('anyone reads the clauses, the comments and what came of them; the poll says that it decides nothing', async () => {
  useSession.setState({ session: null });
  serve({ [PATH]: aConsultation });
  open(<ConsultationPage />, { documentId: 'r1' });
  expect(await screen.findByText('民意，只作参考，不是表决')).toBeTruthy();
  expect(screen.getByText('赞成 2')).toBeTruthy();
  // on the clause and on the whole
  expect(screen.getAllByRole('button', { name: '登录后提意见' })).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: '1 条意见' }));
  expect(screen.getByText('次序要贴出来')).toBeTruthy();
  expect(screen.getByText('一位村民，2026年11月20日')).toBeTruthy();
  expect(screen.getByText('采纳')).toBeTruthy();
});

test('a comment is sent without a name unless it is wanted, and waits in sight', async () => {
  useSession.setState({ session: { token: 'token-1', personId: 'p1' } });
  const own = { ...aConsultation.comments[0], id: 'm2', text: '我的', answer: null, look: 'waiting', heldWhy: null };
  const mine = { comments: [own], opinions: [{ clauseKey: 'c1', choice: 'agree' }] };
  const request = serve({
    ...asCadre,
    [PATH]: aConsultation,
    '/rules/r1/mine': mine,
    '/rules/r1/comments': { id: 'm3' },
    '/rules/r1/opinions/c1': { poll: { agree: 1, change: 2, unsure: 0 } },
  });
  open(<ConsultationPage />, { documentId: 'r1' });
  expect(await screen.findByText('您的意见已送到，等村里看')).toBeTruthy();
  expect(screen.getByRole('radio', { name: '赞成，现在 2 人' }).getAttribute('aria-checked')).toBe('true');
  fireEvent.click(screen.getByRole('radio', { name: '要改，现在 1 人' }));
  expect(await screen.findByRole('radio', { name: '要改，现在 2 人' })).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: '提意见' })[0] as HTMLElement);
  fireEvent.change(screen.getByLabelText('您的意见'), { target: { value: '再写清楚一点' } });
  fireEvent.click(screen.getByRole('button', { name: '送出意见' }));
  await waitFor(() =>
    expect(request).toHaveBeenCalledWith(
      expect.objectContaining({
        url: '/api/rules/r1/comments',
        data: { clauseKey: 'c1', text: '再写清楚一点', named: false },
      }),
    ),
  );
  expect(request).toHaveBeenCalledWith(
    expect.objectContaining({ url: '/api/rules/r1/opinions/c1', data: { choice: 'change' } }),
  );
});

test('whoever acts for somebody in the village says whose words it is; a name is masked until its owner agrees', async () => {
  useSession.setState({ session: { token: 'token-1', personId: 'p1' } });
  const acting = (id: string, memberName: string, villageId: string, isRunning = true) => ({
    ...{ id, memberName, villageId, isRunning, amAgent: true, kind: 'office', householdId: 'h', memberId: id },
    ...{ agentName: '白正国', startedAt: '2026-11-20T02:00:00Z', endsOn: '2027-11-20', ended: null },
    consent: { way: 'spoken', words: '好', on: '2026-11-20' },
  });
  const delegations = [
    acting('d1', '石素兰', 'zhaying'),
    acting('d2', '向德福', 'zhaying', false),
    acting('d3', '田老六', 'hongxi'),
  ];
  const request = serve({
    [PATH]: aConsultation,
    '/rules/r1/mine': { comments: [], opinions: [] },
    '/rules/r1/comments': { id: 'm3' },
    '/me/delegations': { delegations },
    '/me/consents': { consents: [{ purpose: 'publishName', state: 'none' }], isChild: false, children: [] },
  });
  open(<ConsultationPage />, { documentId: 'r1' });
  fireEvent.click((await screen.findAllByRole('button', { name: '提意见' }))[0] as HTMLElement);
  fireEvent.click(await screen.findByRole('radio', { name: '替石素兰说的' }));
  expect(screen.queryByRole('radio', { name: '替向德福说的' })).toBeNull();
  expect(screen.queryByRole('radio', { name: '替田老六说的' })).toBeNull();
  fireEvent.click(screen.getByRole('switch'));
  expect(await screen.findByText(/^名字会用 \* 遮住/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('您的意见'), { target: { value: '她说路灯太暗' } });
  fireEvent.click(screen.getByRole('button', { name: '送出意见' }));
  await waitFor(() =>
    expect(request).toHaveBeenCalledWith(
      expect.objectContaining({
        url: '/api/rules/r1/comments',
        data: { clauseKey: 'c1', text: '她说路灯太暗', named: true, delegationId: 'd1' },
      }),
    ),
  );
});
