import { fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, serve } from '../../../../../test/screen';
import Data from './index';

const everything = {
  gatheredAt: new Date().toISOString(),
  personId: 'p1',
  parts: [{ key: 'identity', title: '我的账号', records: [{ 姓名: '冉桂兰', 登记时间: '2026-01-05T02:00:00.000Z' }] }],
};

test('everything is there to read, and goes along as one JSON file', async () => {
  useSession.setState({ session: { token: 'token-1', personId: 'p1' } });
  serve({ '/me/data': everything });
  open(<Data />);
  expect(await screen.findByText('冉桂兰')).toBeTruthy();
  expect(screen.getByText(/1月5日/)).toBeTruthy();
  const files: Blob[] = [];
  Object.assign(URL, { createObjectURL: (file: Blob) => `blob:${files.push(file)}`, revokeObjectURL: () => undefined });
  const names: string[] = [];
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  fireEvent.click(screen.getByRole('button', { name: '下载全部' }));
  expect(names).toEqual(['我的资料.json']);
  const text = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsText(files[0] as Blob);
  });
  expect(JSON.parse(String(text))).toEqual(everything);
});
