/** "Delete me": every part of the service that keeps something about the person erases it, however often a crash interrupts. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import type { Actor } from '../../platform/auth/actor';
import type { JobContext } from '../../platform/jobs/job-kinds';
import { Jobs } from '../../platform/jobs/jobs';
import { LOG, type Log } from '../../platform/log/log';
import { PersonalData, type PersonalDataHolder } from '../../platform/personal-data/personal-data';
import { proofEnd } from '../../platform/personal-data/proof-end';
import { IdentityService } from '../identity/identity.service';
import { type Erasure, ErasuresStore, type ToldPart } from './erasures.store';

const MINUTE_MS = 60_000;
/**
 * A request that was let in before the person left may still write: Node gives it five minutes to arrive, the service some
 * seconds to answer. A last round comes after that and takes what it brought back.
 */
export const SETTLE_MS = 10 * MINUTE_MS;
/** After a crash or a failure the next round comes this soon. */
const RETRY_MS = MINUTE_MS;
const PERIOD_MS = MINUTE_MS;
/** Erasures of one run of the job; more wait a minute. */
const BATCH = 50;

type Foretold = OutputOf<typeof privacyContract.erasure>;
type Told = OutputOf<typeof privacyContract.erase>;

@Provide()
@Scope(ScopeEnum.Singleton)
export class ErasureService {
  @Inject()
  private readonly store!: ErasuresStore;

  @Inject()
  private readonly personalData!: PersonalData;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly jobs!: Jobs;

  @Inject(LOG)
  private readonly log!: Log;

  @Init()
  init(): void {
    this.jobs.every({ name: 'privacy.erase', periodMs: PERIOD_MS, run: (context) => this.goOn(context) });
  }

  /** What would go and what would stay, before anything is decided. */
  async foretell(actor: Actor): Promise<Foretold> {
    const holders = await this.holdersOf(actor.personId);
    return { parts: holders.map(({ title, foretells }) => ({ title, ...foretells })) };
  }

  /**
   * Deletes the person: at once, as far as every part can be reached; what cannot be is tried every minute. The person's
   * sessions end with the first step. Repeating is harmless.
   */
  async erase(actor: Actor, now: Date): Promise<Told> {
    const holderKeys = (await this.holdersOf(actor.personId)).map(({ key }) => key);
    const settlesAt = new Date(now.getTime() + SETTLE_MS);
    const asked = { personId: actor.personId, askedAt: now, settlesAt, holderKeys };
    // From here on a crash is made good by the job.
    const erasure = await this.store.begin(asked, new Date(now.getTime() + RETRY_MS));
    await this.identity.close(actor.personId);
    const { parts, pending } = await this.round(erasure, now);
    return {
      parts: parts.filter(({ key }) => erasure.holderKeys.includes(key)).map(({ key: _key, ...part }) => part),
      pending,
      finishedBy: erasure.settlesAt.toISOString(),
    };
  }

  /** The job: another round for whatever is due. One that fails does not keep the others waiting. */
  async goOn({ now, heartbeat }: Pick<JobContext<null>, 'now' | 'heartbeat'>): Promise<void> {
    for (const erasure of await this.store.listDue(now, BATCH)) {
      await heartbeat();
      await this.identity.close(erasure.personId);
      await this.round(erasure, now);
    }
  }

  /** Asks every holder once. A failure of one is written down; the others go on, and a later round asks all again. */
  private async round({ personId, settlesAt }: Erasure, now: Date) {
    const parts: ToldPart[] = [];
    const pending: string[] = [];
    for (const holder of this.personalData.holdersToErase)
      try {
        const { erased, kept } = await holder.erase(personId, now);
        parts.unshift({ key: holder.key, title: holder.title, erased, kept });
      } catch (error) {
        this.log.error({ err: error, holder: holder.key }, 'personal data not erased, to be tried again');
        pending.unshift(holder.title);
      }
    if (pending.length === 0 && now >= settlesAt) {
      await this.identity.bury(personId);
      await this.store.finish(personId, parts, now, proofEnd(now));
    } else {
      const nextAt = pending.length > 0 ? new Date(now.getTime() + RETRY_MS) : settlesAt;
      await this.store.keepRound(personId, parts, pending, nextAt);
    }
    return { parts, pending };
  }

  /** Who keeps something about the person, in the order in which it is read. */
  private async holdersOf(personId: string): Promise<PersonalDataHolder[]> {
    const found: PersonalDataHolder[] = [];
    for (const holder of this.personalData.holders) if ((await holder.gather(personId)).length > 0) found.push(holder);
    return found;
  }
}
