/**
 * A campaign through one worker to a stand-in for WeChat that takes 50 ms and so many requests at once: how near to what WeChat
 * allows, and how much memory. BENCH_PEOPLE says to how many.
 */
import { join } from 'node:path';
import { startWechatStandIn } from '../demo/wechat-stand-in/stand-in';
import { CampaignSender } from '../src/features/antifraud/campaign-sender';
import { type Campaign, CampaignsStore } from '../src/features/antifraud/campaigns.store';
import { newId } from '../src/platform/auth/secrets';
import { readConfig } from '../src/platform/config/config';
import { Database } from '../src/platform/database/database';
import { startBackend } from '../src/service';
import { peopleOf, TEMPLATE } from './campaign-people';
import { residentMb, startChild } from './child';

const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 4_000);
const PEOPLE_AT_ONCE = 2_000;
const LATENCY_MS = 50;
const AT_ONCE = 20;
/** Nobody of the demo is bound there. */
const VILLAGE = 'shanyang';
const LOOK_MS = 100;

export interface CampaignFigures {
  readonly people: number;
  /** Messages a second, from the first to the last. */
  readonly perSecond: number;
  /** What the stand-in allows. */
  readonly limitPerSecond: number;
  readonly peakMb: number;
  /** People who got more than one. */
  readonly twice: number;
}

export async function sendCampaign(env: Record<string, string>): Promise<CampaignFigures> {
  const wechat = await startWechatStandIn({ trusting: true, latencyMs: LATENCY_MS, maxConcurrent: AT_ONCE });
  const workerEnv = {
    ...env,
    WECHAT_BASE_URL: wechat.url,
    WECHAT_APP_ID: wechat.appId,
    WECHAT_APP_SECRET: wechat.appSecret,
    WECHAT_TEMPLATES: TEMPLATE,
    WECHAT_WARNING_TEMPLATE: TEMPLATE,
    WECHAT_SEND_CONCURRENCY: String(AT_ONCE),
  };
  const backend = await startBackend(readConfig(workerEnv));
  try {
    for (let made = 0; made < PEOPLE; made += PEOPLE_AT_ONCE) {
      const count = Math.min(PEOPLE_AT_ONCE, PEOPLE - made);
      await peopleOf(backend.use, { villageId: VILLAGE, count, allowed: 1, appId: wechat.appId });
    }
    const worker = await startChild(join(__dirname, 'campaign-worker.js'), workerEnv);
    const campaign = aCampaign();
    await backend.use(CampaignsStore).insert(campaign);
    await backend.use(CampaignSender).plan(campaign);
    try {
      const figures = await watch(worker.pid, () => wechat.messages.length);
      const received = wechat.messages.map(({ openid }) => openid);
      return {
        ...figures,
        people: PEOPLE,
        limitPerSecond: AT_ONCE / (LATENCY_MS / 1000),
        twice: received.length - new Set(received).size,
      };
    } finally {
      await worker.stop();
    }
  } finally {
    await backend.use(Database).connection.collection('households').deleteMany({ villageId: VILLAGE });
    await backend.stop();
    await wechat.stop();
  }
}

async function watch(pid: number, received: () => number): Promise<{ perSecond: number; peakMb: number }> {
  let peakMb = 0;
  let first: { atMs: number; count: number } | undefined;
  for (;;) {
    const count = received();
    const atMs = performance.now();
    if (count > 0 && !first) first = { atMs, count };
    if (count >= PEOPLE && first) return { perSecond: (count - first.count) / ((atMs - first.atMs) / 1000), peakMb };
    peakMb = Math.max(peakMb, residentMb(pid));
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function aCampaign(): Campaign {
  const now = new Date();
  const id = newId(now);
  return {
    id,
    regionId: 'banxi',
    regionPath: ['youyang', 'banxi'],
    villageIds: [VILLAGE],
    groups: ['elderly'],
    caseId: id,
    caseTitle: '拉进群里“点赞挣钱”',
    sayNo: '要先垫钱的活，我不做。',
    byId: id,
    startsAt: now,
    wavePeople: 100_000,
    waveGapMinutes: 0,
    state: 'planned',
    revision: 0,
    round: 0,
    roundBeganAt: now,
    people: null,
    why: null,
  };
}
