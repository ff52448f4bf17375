import { fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import DeadJobs from './index';

const job = {
  id: 'identity.announceGrant/g1/granted',
  what: '把任职变动告诉本人',
  kind: 'identity.announceGrant',
  attempts: 10,
  reason: 'MongoServerError: not primary',
  diedAt: '2024-03-05T02:00:00.000Z',
};
const LIST = '/regions/youyang/dead-jobs';

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('what was given up and why; tried again it is gone from here', async () => {
  serve({ [LIST]: { jobs: [job], next: null } });
  open(<DeadJobs />, { regionId: 'youyang' });
  expect(await screen.findByText('MongoServerError: not primary')).toBeTruthy();
  expect(screen.getByText('2024年3月5日放弃的，试过 10 次')).toBeTruthy();
  const request = serve({ [LIST]: { jobs: [], next: null }, [`${LIST}/retries`]: {} });
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(await screen.findByText('没有做不成的工作')).toBeTruthy();
  expect(request).toHaveBeenCalledWith(expect.objectContaining({ method: 'POST', data: { jobId: job.id } }));
});

test('somebody else was first', async () => {
  serve({
    [LIST]: { jobs: [job], next: null },
    [`${LIST}/retries`]: refuse(409, 'operations.jobNotDead', '这件工作已经不在这里了'),
  });
  open(<DeadJobs />, { regionId: 'youyang' });
  fireEvent.click(await screen.findByRole('button', { name: '再试一次' }));
  expect(await screen.findByText('这件工作已经不在这里了')).toBeTruthy();
});
