/**
 * The end of a cycle. Each account is closed by one write, with what was in it going to nothing or to the next cycle; a closed
 * account takes nothing more, so a credit that comes meanwhile goes into the next one by itself. Stopped anywhere, the work is
 * run again from what the accounts say.
 */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { cycleContract } from '@xiangyue/shared/features/points/cycle.contract';
import {
  CLOSING_MAX_DAYS,
  CLOSING_MIN_DAYS,
  carriedKey,
  closingEntry,
  closingKey,
  mayCloseOn,
} from '@xiangyue/shared/features/points/cycle.rules';
import { ENTRY_KIND_NAMES, type EntryKind } from '@xiangyue/shared/features/points/points.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import { type Account, AccountsStore, type Entry } from './accounts.store';
import { CatalogueService } from './catalogue.service';
import { type Cycle, CyclesStore } from './cycles.store';
import { LedgerService } from './ledger.service';

type Contract = typeof cycleContract;
type Nothing = Record<string, never>;

/** Accounts in one breath, between two signs of life of the job. */
const BATCH = 50;

@Provide()
@Scope(ScopeEnum.Singleton)
export class CyclesService {
  @Inject()
  private readonly store!: CyclesStore;

  @Inject()
  private readonly accounts!: AccountsStore;

  @Inject()
  private readonly ledger!: LedgerService;

  @Inject()
  private readonly catalogue!: CatalogueService;

  /** What the end of the cycle would do, were it today. Problems: `points.noCatalogue`. */
  async preview(villageId: string): Promise<OutputOf<Contract['cycle']>> {
    const { cycle } = await this.catalogue.requireCurrent(villageId);
    return { ...cycle, ...(await this.accounts.sumOpen(villageId, cycle.year)) };
  }

  /** Problems: as the contract says. */
  async announce({ villageId, closesOn, carries }: InputOf<Contract['announceClosing']>, now: Date): Promise<Nothing> {
    const { cycle } = await this.catalogue.requireCurrent(villageId);
    const today = localDateOf(now.getTime());
    if (!mayCloseOn(closesOn, today))
      throw problem('points.closingDayWrong', { minDays: CLOSING_MIN_DAYS, maxDays: CLOSING_MAX_DAYS });
    if (!(await this.store.setClosing(villageId, cycle.year, { closesOn, carries }, today)))
      throw problem('points.closingBegun');
    return {};
  }

  /** Problems: as the contract says. */
  async withdraw(villageId: string, now: Date): Promise<Nothing> {
    const { cycle } = await this.catalogue.requireCurrent(villageId);
    if (!(await this.store.setClosing(villageId, cycle.year, null, localDateOf(now.getTime()))))
      throw problem('points.closingBegun');
    return {};
  }

  /** Closes every cycle whose last day is over. Repeating is harmless. */
  async closeDue(now: Date, heartbeat: () => Promise<void> = async () => undefined): Promise<void> {
    for (const cycle of await this.store.listDue(localDateOf(now.getTime()))) await this.close(cycle, now, heartbeat);
  }

  private async close(cycle: Cycle, now: Date, heartbeat: () => Promise<void>): Promise<void> {
    const { villageId, year, closing } = cycle;
    if (!closing) return;
    const next = () => this.accounts.listOpen(villageId, year, BATCH);
    for (let open = await next(); open.length > 0; open = await next()) {
      // Each account is a document of its own.
      await Promise.all(open.map((account) => this.closeAccount(account, closing.carries, now)));
      await heartbeat();
    }
    // What was carried out of a closed account comes into the next one; a crash in between is why all are gone through.
    let after: Account | undefined;
    const carried = () => this.accounts.listCarriedOut(villageId, year, after, BATCH);
    for (let found = await carried(); found.length > 0; found = await carried()) {
      await Promise.all(found.map((account) => this.carryIn(account, now)));
      after = found.at(-1);
      await heartbeat();
    }
    await this.store.advance(cycle, daysAfter(closing.closesOn, 1));
  }

  private async closeAccount(account: Account, carries: boolean, now: Date): Promise<void> {
    const { year, balancePoints } = account;
    const emptied = closingEntry(balancePoints, carries);
    const entry = emptied && entryOf(closingKey(year), emptied.kind, emptied.points, year, now);
    // An entry that came in between makes it find another balance: then it is looked at again.
    await this.accounts.close(account, entry);
  }

  private async carryIn({ householdId, villageId, year, entries }: Account, now: Date): Promise<void> {
    const out = entries.find(({ key }) => key === closingKey(year));
    if (!out) return;
    const entry = entryOf(carriedKey(year), 'carriedIn', -out.points, year, now);
    await this.ledger.post({ householdId, villageId, year: year + 1 }, [entry]);
  }
}

function entryOf(key: string, kind: EntryKind, points: number, year: number, at: Date): Entry {
  return {
    ...{ key, kind, points, honourPoints: 0, title: `${year} 年度：${ENTRY_KIND_NAMES[kind]}`, at },
    ...{ category: null, itemKey: null, doneOn: null, words: '', proposedBy: null, reviewedBy: [] },
    ...{ claimId: null, orderId: null, opposes: null },
  };
}
