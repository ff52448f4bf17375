import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, serve } from '../../../../../test/screen';
import CampaignPage from './index';

const ID = '01jd0000000000000000000011';
const PATH = `/regions/banxi/campaigns/${ID}`;
const report = {
  id: ID,
  caseId: '01jd0000000000000000000002',
  caseTitle: '“社保卡要停了”的电话',
  state: 'running',
  revision: 1,
  startsAt: '2026-11-24T04:00:00Z',
  people: 200,
  villageNames: ['扎营村', '红溪村'],
  groups: ['elderly', 'cadres'],
  wavePeople: 200,
  waveGapMinutes: 30,
  byName: '谭志平',
  why: null,
  inbox: 150,
  read: 40,
  sent: 60,
  unknown: 1,
  waiting: 50,
  refused: [{ reason: 'noConsent', people: 39 }],
  asked: 3,
};

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('how far it has come: in numbers, with each reason', async () => {
  serve({ [PATH]: report });
  open(<CampaignPage />, { regionId: 'banxi', campaignId: ID });
  expect(await screen.findByText('/ 200 人收到')).toBeTruthy();
  expect(screen.getByText('没有同意微信提醒')).toBeTruthy();
  expect(screen.getByText('39 人')).toBeTruthy();
  expect(screen.getByText('微信没有答复，不重发')).toBeTruthy();
});

test('stopping is asked about, and carries the revision that was seen', async () => {
  const request = serve({ [PATH]: report, [`${PATH}/moves`]: {} });
  open(<CampaignPage />, { regionId: 'banxi', campaignId: ID });
  fireEvent.click(await screen.findByRole('button', { name: '不发了' }));
  expect(screen.getByText(/已经发出去的收不回来/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '不发了' }));
  await waitFor(() =>
    expect(request).toHaveBeenCalledWith(
      expect.objectContaining({ url: `/api${PATH}/moves`, data: { revision: 1, move: 'stop' } }),
    ),
  );
});
