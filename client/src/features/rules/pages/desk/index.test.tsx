import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { asCadre, asTown, aWork } from '../../../../../test/rule-texts';
import { open, refuse, serve } from '../../../../../test/screen';
import WorkPage from './index';

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

const PATH = '/rules/r1/work';

test('a draft that breaks the law says where before it is announced, and what the service says', async () => {
  const fined = { ...aWork, clauses: [{ ...aWork.clauses[0], consequence: '罚款20元。' }] };
  serve({
    ...asCadre,
    [PATH]: fined,
    '/rules/r1/announce': refuse(422, 'rules.clausesRefused', '有的条款还不能往下走'),
  });
  open(<WorkPage />, { documentId: 'r1' });
  expect(await screen.findByText('第 1 条“罚款”：村规民约不能罚款')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '公布出来，开始听意见' }));
  expect(await screen.findByText('有的条款还不能往下走')).toBeTruthy();
});

test('the meeting’s numbers are counted while they are written, with the article', async () => {
  const request = serve({
    ...asCadre,
    [PATH]: { ...aWork, state: 'resolution' },
    '/rules/r1/meetings': { state: 'adopted', revision: 4, outcome: 'passed' },
  });
  open(<WorkPage />, { documentId: 'r1' });
  const write = async (label: string, value: string) =>
    fireEvent.change(await screen.findByLabelText(label), { target: { value } });
  await write('应到人数', '100');
  await write('到会', '51');
  expect(screen.getByText('赞成、反对、弃权加起来是 0，到会的是 51，对不上')).toBeTruthy();
  await write('赞成', '25');
  await write('反对', '26');
  expect(screen.getByText('按法律算：没有通过')).toBeTruthy();
  await write('赞成', '26');
  await write('反对', '25');
  await write('其中妇女', '20');
  expect(screen.getByText('按法律算：通过')).toBeTruthy();
  expect(screen.getByText(/至少要到 51 人，到了 51 人。村民会议要有十八周岁以上的村民过半数到会/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '登记这次会议' }));
  await waitFor(() =>
    expect(request).toHaveBeenCalledWith(
      expect.objectContaining({
        url: '/api/rules/r1/meetings',
        data: expect.objectContaining({ revision: 3, kind: 'assembly', present: 51, inFavour: 26, excluded: [] }),
      }),
    ),
  );
});

test.each([
  ['review', '镇里审核', '审核通过'],
  ['adopted', '备案', '给予备案'],
] as const)('in %s the town sees its own card', async (state, title, button) => {
  serve({ ...asTown, [PATH]: { ...aWork, state } });
  open(<WorkPage />, { documentId: 'r1' });
  expect(await screen.findByRole('heading', { level: 2, name: title })).toBeTruthy();
  expect(screen.getByRole('button', { name: button })).toBeTruthy();
});

test('whoever can do nothing reads who is waited for', async () => {
  serve({ ...asTown, [PATH]: aWork });
  open(<WorkPage />, { documentId: 'r1' });
  expect(await screen.findByText('村干部在写草案。')).toBeTruthy();
  expect(screen.getByRole('img', { name: '共 7 步，现在第 1 步：起草' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '公布出来，开始听意见' })).toBeNull();
});
