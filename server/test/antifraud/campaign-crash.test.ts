/**
 * Workers killed without a word (`kill -9`) in the middle of a campaign: everybody has the message in the app exactly once, and at
 * most one through WeChat. CRASH_ROUNDS says how often.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { peopleOf, type Recipient, TEMPLATE } from '../../bench/campaign-people';
import { seedId } from '../../seeds/seed-id';
import { CampaignSender } from '../../src/features/antifraud/campaign-sender';
import { DeliveriesStore } from '../../src/features/antifraud/deliveries.store';
import { CONFIG, type Config } from '../../src/platform/config/config';
import { collectionOf, startApp, type TestApp } from '../app';
import { type SignedIn, signInAs } from '../sign-in';
import { until } from '../until';

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);
const PEOPLE = 300;
const LEASE_MS = 2_000;
const DESK = '/api/regions/banxi/campaigns';

let app: TestApp;
let town: SignedIn;
let all: Recipient[];
let worker: ChildProcess;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  app = await startApp({ WECHAT_TEMPLATES: TEMPLATE, WECHAT_WARNING_TEMPLATE: TEMPLATE, WECHAT_SEND_CONCURRENCY: '4' });
  town = await signInAs(app, 'town-office');
  await collectionOf(app, 'households').deleteMany({ villageId: 'yaoling' });
  const { appId } = app.service.wechat;
  all = await peopleOf(app.service.use, { villageId: 'yaoling', count: PEOPLE, allowed: ROUNDS, appId });
  worker = await startWorker();
}, 180_000);
afterAll(async () => {
  for (const one of workers) one.kill('SIGKILL');
  await app.stop();
});

/** A worker of its own process on the app's database and WeChat; needs the server to be built. */
async function startWorker(): Promise<ChildProcess> {
  const config = app.service.container.get<Config>(CONFIG);
  const { url, appId, appSecret } = app.service.wechat;
  const child = fork(join(__dirname, 'campaign-worker.cjs'), {
    env: {
      PATH: process.env.PATH,
      XIANGYUE_MODE: 'demo',
      MONGODB_URI: config.MONGODB_URI,
      MONGODB_DATABASE: config.MONGODB_DATABASE,
      FILES_DIR: config.FILES_DIR,
      LOG_LEVEL: 'silent',
      WECHAT_BASE_URL: url,
      WECHAT_APP_ID: appId,
      WECHAT_APP_SECRET: appSecret,
      WECHAT_TEMPLATES: TEMPLATE,
      WECHAT_WARNING_TEMPLATE: TEMPLATE,
      WECHAT_SEND_CONCURRENCY: '4',
      LEASE_MS: String(LEASE_MS),
    },
    execArgv: [],
  });
  workers.push(child);
  await once(child, 'message');
  return child;
}

/** Nothing waits any more; what the dead worker had claimed is closed as the clock would after two minutes. */
async function finish(campaignId: string): Promise<void> {
  await until(async () => (await app.service.use(DeliveriesStore).openChunks(campaignId)).length === 0, 30_000);
  await until(async () => {
    const { byState } = await app.service.use(DeliveriesStore).count(campaignId);
    return (byState.waiting ?? 0) === 0;
  }, 30_000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await app.service.use(CampaignSender).settle(new Date(Date.now() + 3 * 60_000));
}

test(
  `${ROUNDS} workers are killed, each in a campaign`,
  async () => {
    const { wechat } = app.service;
    const unknown: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const heard = wechat.messages.length;
      const { body } = await town.send('POST', DESK, {
        villageIds: ['yaoling'],
        groups: ['elderly'],
        caseId: seedId('fraud-cases/brushing-group'),
        startsAt: new Date().toISOString(),
        wavePeople: 1_000,
        waveGapMinutes: 0,
      });
      await until(() => wechat.messages.length > heard + 10, 30_000);
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      worker = await startWorker();
      await finish(body.id);

      const report = (await town.get(`${DESK}/${body.id}`)).body;
      const received = wechat.messages.slice(heard).map(({ openid }) => openid);
      expect([report.state, report.people, report.inbox, report.waiting]).toEqual(['done', PEOPLE, PEOPLE, 0]);
      expect(report.sent + report.unknown).toBe(PEOPLE);
      // At most once each, and everybody but those of whom nobody knows.
      expect(new Set(received).size).toBe(received.length);
      expect(received.length).toBeGreaterThanOrEqual(report.sent);
      unknown.push(report.unknown);
    }
    const inboxes = await collectionOf(app, 'messages')
      .aggregate([{ $match: { kind: 'antifraud.warning' } }, { $group: { _id: '$personId', count: { $sum: 1 } } }])
      .toArray();
    expect(inboxes).toHaveLength(PEOPLE);
    expect(inboxes.filter(({ count }) => count !== ROUNDS)).toEqual([]);
    expect(all.filter(({ openid }) => wechat.messages.filter((one) => one.openid === openid).length > ROUNDS)).toEqual(
      [],
    );
    // As many as a worker has in its hands, at most.
    expect(Math.max(...unknown)).toBeLessThanOrEqual(8);
  },
  120_000 + ROUNDS * 15_000,
);
