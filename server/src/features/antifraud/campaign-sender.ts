/**
 * Sending a campaign, in pieces that any number of workers share. Every effect is keyed by campaign and person, so a piece that a
 * crash cut off is done again without anybody hearing twice: the message in the app has a unique key, and WeChat is asked only after
 * the person's delivery was claimed. What was claimed and not settled by a dead process counts as sent.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { chunkDueMs, chunkOf, waveOf } from '@xiangyue/shared/features/antifraud/campaign.rules';
import { CONFIG, type Config } from '../../platform/config/config';
import { type JobContext, jobKind } from '../../platform/jobs/job-kinds';
import { Jobs } from '../../platform/jobs/jobs';
import { fitThing } from '../../platform/wechat/wechat.rules';
import { type SendOutcome, WechatClient } from '../../platform/wechat/wechat-client';
import { IdentityService } from '../identity/identity.service';
import { ConsentsService } from '../messages/consents.service';
import { MessagesService } from '../messages/messages.service';
import { CampaignAudience } from './campaign-audience.service';
import { type Campaign, CampaignsStore } from './campaigns.store';
import { DeliveriesStore, type Delivery } from './deliveries.store';
import { ATTEMPTS_MAX, consequenceOf, pauseAfterMs } from './delivery.rules';
import { SendPace } from './send-pace';

interface RoundOf {
  readonly campaignId: string;
  readonly round: number;
}
const BEGIN = jobKind<RoundOf>('antifraud.beginCampaign');
const SEND = jobKind<RoundOf & { readonly chunk: number }>('antifraud.sendChunk');

/** Written or asked for at once. */
const BATCH = 200;
/** Pieces that a process works on at a time: while one ends or begins, the other keeps WeChat busy. */
const CHUNKS_AT_ONCE = 2;
const KEPT_MS = 180 * 24 * 3600_000;
/** Longer than a request to WeChat and the writing down can take. */
const CLAIM_LOST_AFTER_MS = 2 * 60_000;
const SETTLE_MS = 15_000;
const HEARTBEAT_MS = 2_000;
const PAGE = 'features/antifraud/pages/case/index';

export function campaignMessageKey(campaignId: string): string {
  return `campaign/${campaignId}`;
}

/** The work is not to be done any more: paused, stopped, or another round has begun. */
class NotRunning extends Error {}

@Provide()
@Scope(ScopeEnum.Singleton)
export class CampaignSender {
  @Inject()
  private readonly store!: CampaignsStore;

  @Inject()
  private readonly deliveries!: DeliveriesStore;

  @Inject()
  private readonly audience!: CampaignAudience;

  @Inject()
  private readonly messages!: MessagesService;

  @Inject()
  private readonly consents!: ConsentsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly wechat!: WechatClient;

  @Inject()
  private readonly jobs!: Jobs;

  @Inject(CONFIG)
  private readonly config!: Config;

  private pace!: SendPace;

  @Init()
  init(): void {
    this.pace = new SendPace(this.config.WECHAT_SEND_CONCURRENCY);
    this.jobs.define({ name: BEGIN, title: '开始发一次防骗提醒', run: (context) => this.begin(context) });
    this.jobs.define({
      name: SEND,
      title: '发一部分防骗提醒',
      concurrency: CHUNKS_AT_ONCE,
      run: (context) => this.sendChunk(context),
    });
    this.jobs.every({ name: 'antifraud.settleCampaigns', periodMs: SETTLE_MS, run: ({ now }) => this.settle(now) });
  }

  /** Plans the round that the campaign is in; planning again changes nothing. */
  async plan({ id, round, roundBeganAt }: Campaign): Promise<void> {
    await this.jobs.schedule(BEGIN, `${id}/${round}`, { campaignId: id, round }, roundBeganAt);
  }

  /** Finds everybody, once, and plans the pieces that are still to be sent. */
  async begin({ data: { campaignId, round }, now, heartbeat }: JobContext<RoundOf>): Promise<void> {
    await this.store.begin(campaignId, round);
    const campaign = await this.store.find(campaignId);
    if (campaign?.state !== 'running' || campaign.round !== round) return;
    if (campaign.people === null) await this.spread(campaign, now, heartbeat);
    const chunks = await this.deliveries.openChunks(campaignId);
    const firstWave = waveOf(chunks[0] ?? 0);
    for (const chunk of chunks) {
      const dueMs = chunkDueMs(chunk, firstWave, campaign.roundBeganAt.getTime(), campaign.waveGapMinutes);
      await this.jobs.schedule(SEND, `${campaignId}/${round}/${chunk}`, { campaignId, round, chunk }, new Date(dueMs));
    }
  }

  private async spread(campaign: Campaign, now: Date, heartbeat: () => Promise<void>): Promise<void> {
    const expiresAt = new Date(now.getTime() + KEPT_MS);
    let n = 0;
    for await (const found of this.audience.peopleIn(campaign.villageIds, campaign.groups, now)) {
      const fresh = found.map(
        (personId): Delivery => ({
          campaignId: campaign.id,
          personId,
          chunk: chunkOf(n++, campaign.wavePeople),
          hasInbox: false,
          state: 'waiting',
          reason: null,
          attempts: 0,
          notBefore: now,
          claimedAt: null,
          expiresAt,
        }),
      );
      await this.deliveries.add(fresh);
      await heartbeat();
    }
    await this.store.spread(campaign.id, await this.deliveries.countAll(campaign.id));
  }

  /** One piece: the messages in the app first, then WeChat for those who have allowed it. */
  async sendChunk({ data, signal, heartbeat }: JobContext<RoundOf & { readonly chunk: number }>): Promise<void> {
    const campaign = await this.store.find(data.campaignId);
    if (!campaign) return;
    let checkedAtMs = 0;
    const goOn = async () => {
      signal.throwIfAborted();
      if (Date.now() - checkedAtMs < HEARTBEAT_MS / 10) return;
      checkedAtMs = Date.now();
      await heartbeat();
      if (!(await this.store.isRunning(campaign.id, data.round))) throw new NotRunning();
    };
    try {
      await this.fillInboxes(campaign, data.chunk, goOn);
      while (await this.remind(campaign, data.chunk, goOn)) await goOn();
      await this.finishIfOver(campaign);
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
    }
  }

  private async fillInboxes(campaign: Campaign, chunk: number, goOn: () => Promise<void>): Promise<void> {
    for (;;) {
      await goOn();
      const personIds = await this.deliveries.listWithoutInbox(campaign.id, chunk, BATCH);
      if (personIds.length === 0) return;
      const message = {
        key: campaignMessageKey(campaign.id),
        kind: 'antifraud.warning',
        text: `${campaign.caseTitle}。这样回他：“${campaign.sayNo}”`,
        about: campaign.caseId,
      } as const;
      await this.messages.sendToMany(personIds, message, new Date());
      await this.deliveries.noteInbox(campaign.id, personIds);
    }
  }

  /** One pass over those who wait. @returns whether somebody is to be tried again, after a pause that is over then */
  private async remind(campaign: Campaign, chunk: number, goOn: () => Promise<void>): Promise<boolean> {
    const underway = new Set<Promise<void>>();
    /** Whose leave was used up and who were not asked about yet. */
    const reserved = new Set<string>();
    let failure: unknown;
    let earliest: number | undefined;
    let after = '';
    let next = this.deliveries.listWaiting(campaign.id, chunk, after, BATCH);
    for (;;) {
      const page = await next;
      const last = page.at(-1);
      if (!last) break;
      after = last.personId;
      // The next page is read while this one is sent.
      next = this.deliveries.listWaiting(campaign.id, chunk, after, BATCH);
      next.catch(() => undefined);
      const nowMs = Date.now();
      const due = page.filter(({ notBefore }) => notBefore.getTime() <= nowMs);
      for (const { notBefore } of page)
        if (notBefore.getTime() > nowMs) earliest = Math.min(earliest ?? Number.POSITIVE_INFINITY, notBefore.getTime());
      const allowed = await this.allowed(campaign, due);
      for (const { delivery } of allowed) reserved.add(delivery.personId);
      for (const { delivery, openid } of allowed) {
        // Some are claimed ahead of WeChat's limit, so that it never waits for our database.
        while (underway.size >= 2 * this.config.WECHAT_SEND_CONCURRENCY) await Promise.race(underway);
        if (failure) break;
        await goOn().catch((error: unknown) => {
          failure = error;
        });
        if (failure) break;
        reserved.delete(delivery.personId);
        const sending: Promise<void> = this.remindOne(campaign, delivery, openid)
          .then((retryAtMs) => {
            if (retryAtMs !== undefined) earliest = Math.min(earliest ?? Number.POSITIVE_INFINITY, retryAtMs);
          })
          .catch((error: unknown) => {
            failure = error;
          })
          .finally(() => underway.delete(sending));
        underway.add(sending);
      }
      if (failure) break;
    }
    // Whatever was asked of WeChat is written down, also when the work ends here.
    await Promise.all(underway);
    await this.giveBack(campaign.id, [...reserved]);
    if (failure) throw failure;
    if (earliest === undefined) return false;
    for (let leftMs = earliest - Date.now(); leftMs > 0; leftMs = earliest - Date.now()) {
      await goOn();
      await sleep(Math.min(leftMs, HEARTBEAT_MS));
    }
    return true;
  }

  /** Of a page, those who have allowed a reminder and have an account; the others are refused with the reason. */
  private async allowed(campaign: Campaign, page: readonly Delivery[]) {
    const personIds = page.map(({ personId }) => personId);
    const allowed = await this.consents.takeMany(personIds, this.config.WECHAT_WARNING_TEMPLATE, campaign.id);
    await this.deliveries.refuseWaiting(
      campaign.id,
      personIds.filter((personId) => !allowed.has(personId)),
      'noConsent',
    );
    const openids = await this.identity.openidsOf([...allowed]);
    const without = [...allowed].filter((personId) => !openids.has(personId));
    await this.deliveries.refuseWaiting(campaign.id, without, 'noAccount');
    return page.flatMap((delivery) => {
      const openid = openids.get(delivery.personId);
      return openid === undefined ? [] : [{ delivery, openid }];
    });
  }

  /** @returns when to try again, in ms */
  private async remindOne(
    campaign: Campaign,
    { personId, attempts }: Delivery,
    openid: string,
  ): Promise<number | undefined> {
    if (!(await this.deliveries.claim(campaign.id, personId, new Date()))) return undefined;
    await this.pace.enter();
    let sent: SendOutcome;
    try {
      sent = await this.wechat.sendSubscribeMessage({
        openid,
        templateId: this.config.WECHAT_WARNING_TEMPLATE,
        page: `${PAGE}?caseId=${campaign.caseId}`,
        data: this.fieldsOf(campaign),
      });
    } finally {
      this.pace.leave();
    }
    const error = sent.outcome === 'sent' ? undefined : sent.error.kind;
    return this.follow(campaign, personId, attempts + 1, consequenceOf(sent.outcome, error));
  }

  private async follow(
    campaign: Campaign,
    personId: string,
    attempt: number,
    consequence: ReturnType<typeof consequenceOf>,
  ): Promise<number | undefined> {
    const { id } = campaign;
    switch (consequence.kind) {
      case 'sent':
        this.pace.succeeded();
        await this.deliveries.settle(id, personId, 'sent', null);
        return undefined;
      case 'unknown':
        this.pace.failed();
        await this.deliveries.settle(id, personId, 'unknown', null);
        return undefined;
      case 'refused':
        if (consequence.consentIsGone) await this.consents.forget(personId, this.config.WECHAT_WARNING_TEMPLATE);
        await this.deliveries.settle(id, personId, 'refused', consequence.reason);
        return undefined;
      case 'stop':
        await this.giveBack(id, [personId]);
        await this.deliveries.putBack(id, personId, new Date());
        await this.store.halt(id, consequence.why);
        throw new NotRunning();
      default: {
        if (consequence.slows) this.pace.failed();
        if (attempt >= ATTEMPTS_MAX) {
          await this.giveBack(id, [personId]);
          await this.deliveries.settle(id, personId, 'refused', 'tooOften');
          return undefined;
        }
        const retryAtMs = Date.now() + pauseAfterMs(attempt);
        await this.deliveries.putBack(id, personId, new Date(retryAtMs));
        return retryAtMs;
      }
    }
  }

  private async giveBack(campaignId: string, personIds: readonly string[]): Promise<void> {
    await this.consents.giveBack(personIds, this.config.WECHAT_WARNING_TEMPLATE, campaignId);
  }

  /** What the template is filled with, each cut to what WeChat takes: the title, then what to answer. */
  private fieldsOf({ caseTitle, sayNo }: Campaign): Record<string, string> {
    const texts = [caseTitle, `这样回他：${sayNo}`];
    return Object.fromEntries(
      this.config.WECHAT_WARNING_FIELDS.map((field, i) => [field, fitThing(texts[i] ?? caseTitle)]),
    );
  }

  /** What crashed is closed, what has ended is said to have. */
  async settle(now: Date): Promise<void> {
    await this.deliveries.giveUpClaims(new Date(now.getTime() - CLAIM_LOST_AFTER_MS));
    for (const campaign of await this.store.listUnderway()) {
      if (campaign.startsAt <= now) await this.plan(campaign);
      if (campaign.state === 'running' && campaign.people !== null) await this.finishIfOver(campaign);
    }
  }

  private async finishIfOver({ id, round }: Campaign): Promise<void> {
    if (await this.deliveries.isOver(id)) await this.store.finish(id, round);
  }
}
