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
