import { act, screen } from '@testing-library/react';
import type { ApiResult } from '@/platform/use-api';
import { open } from '../../test/screen';
import { OfflineNote } from './offline-note';

const HOUR_MS = 3600_000;
const shown = (hoursAgo: number, isStale = false): ApiResult<unknown> => ({
  key: '/me',
  data: {},
  problem: undefined,
  isLoading: false,
  savedAtMs: Date.now() - hoursAgo * HOUR_MS,
  isStale,
  retry: () => undefined,
});

const goOffline = () => act(() => void window.dispatchEvent(new Event('offline')));

test('says nothing when all is well', () => {
  const { container } = open(<OfflineNote shows={[shown(0)]} />);
  expect(container.textContent).toBe('');
});

test('without a network: how old the oldest is', () => {
  open(<OfflineNote shows={[shown(3), shown(26), shown(0)]} />);
  goOffline();
  expect(screen.getByRole('status').textContent).toBe('没有网络，这是 1 天前保存的内容');
});

test('without a network and with nothing kept', () => {
  open(<OfflineNote shows={[]} />);
  goOffline();
  expect(screen.getByRole('status').textContent).toBe('没有网络');
});

test('with a network that does not reach the service: only what could not be renewed counts', () => {
  open(<OfflineNote shows={[shown(3, true), shown(26)]} />);
  expect(screen.getByRole('status').textContent).toBe('连不上服务，这是 3 小时前保存的内容');
});
