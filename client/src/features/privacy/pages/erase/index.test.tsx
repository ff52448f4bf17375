import { fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import Erase from './index';

const parts = [
  { title: '我的账号', erased: ['您的姓名'], kept: [] },
  { title: '我同意过的', erased: [], kept: [{ what: '同意的时间', why: '要能证明' }] },
];

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('what goes and what stays is said before, and again after; the phone forgets', async () => {
  serve({ '/me/erasure': { parts } });
  open(<Erase />);
  expect(await screen.findByText('会删掉的')).toBeTruthy();
  expect(screen.getByText('因为：要能证明')).toBeTruthy();
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '注销 ' } });
  const request = serve({ '/me': { parts, pending: ['我上传的照片'], finishedBy: new Date().toISOString() } });
  fireEvent.click(screen.getByRole('button', { name: '注销账号' }));
  expect(await screen.findByText('账号已经注销')).toBeTruthy();
  expect(request).toHaveBeenCalledWith(expect.objectContaining({ method: 'DELETE', data: { word: '注销' } }));
  expect(screen.getByText('删掉的')).toBeTruthy();
  expect(screen.getByText(/我上传的照片：刚才没有删成/)).toBeTruthy();
  expect(useSession.getState().session).toBeNull();
});

test('the wrong word deletes nothing and says which', async () => {
  serve({ '/me/erasure': { parts }, '/me': refuse(422, 'request.invalid', '请写“注销”两个字') });
  open(<Erase />);
  await screen.findByText('会删掉的');
  fireEvent.click(screen.getByRole('button', { name: '注销账号' }));
  expect(await screen.findByText('请写“注销”两个字')).toBeTruthy();
  expect(useSession.getState().session).not.toBeNull();
});
