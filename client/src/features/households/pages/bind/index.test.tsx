import { fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import Bind from './index';

const CARD = {
  villageName: '扎营村',
  groupName: '3组',
  number: '031',
  members: [{ id: 'm1', maskedName: '向**', relation: 'daughter' }],
};

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('a scanned card opens at once; the name binds', async () => {
  const request = serve({ '/cards/open': CARD, '/cards/bind': {} });
  open(<Bind />, { code: 'KX7M2QPA' });
  fireEvent.click(await screen.findByRole('radio', { name: '向**（女儿）' }));
  expect(screen.queryByRole('button', { name: '绑定' })).toBeNull();
  fireEvent.change(screen.getByLabelText('写您的全名'), { target: { value: '向秀英' } });
  fireEvent.click(screen.getByRole('button', { name: '绑定' }));
  expect(await screen.findByText('绑定好了')).toBeTruthy();
  expect(request).toHaveBeenLastCalledWith(
    expect.objectContaining({ data: { code: 'KX7M2QPA', memberId: 'm1', name: '向秀英' } }),
  );
});

test('a code that cannot be one is not even asked; a wrong name stays on the form', async () => {
  const wrong = refuse(422, 'households.nameWrong', '姓名和登记的不一样', '请写身份证上的全名');
  const request = serve({ '/cards/open': CARD, '/cards/bind': wrong });
  open(<Bind />);
  fireEvent.change(screen.getByLabelText('户卡编码'), { target: { value: 'KX7M2QP0' } });
  fireEvent.click(screen.getByRole('button', { name: '看是哪一户' }));
  expect(screen.getByText('编码是 8 个字母和数字，没有 0、1、O、I')).toBeTruthy();
  expect(request).not.toHaveBeenCalledWith(expect.objectContaining({ url: '/api/cards/open' }));
  fireEvent.change(screen.getByLabelText('户卡编码'), { target: { value: 'kx7m 2qpa' } });
  fireEvent.click(screen.getByRole('button', { name: '看是哪一户' }));
  fireEvent.click(await screen.findByRole('radio', { name: '向**（女儿）' }));
  fireEvent.change(screen.getByLabelText('写您的全名'), { target: { value: '向某' } });
  fireEvent.click(screen.getByRole('button', { name: '绑定' }));
  expect(await screen.findByText('姓名和登记的不一样')).toBeTruthy();
  expect(screen.getByText('请写身份证上的全名')).toBeTruthy();
});

test('somebody who has not signed in is asked to first', () => {
  useSession.setState({ session: null });
  open(<Bind />, { code: 'KX7M2QPA' });
  expect(screen.getByText('先登录')).toBeTruthy();
});
