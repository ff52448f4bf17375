/** Accounts: adding entries to the cycle that is open, and showing a household its own. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { ENTRIES_LIMIT, type pointsContract } from '@xiangyue/shared/features/points/points.contract';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { HouseholdsService } from '../households/households.service';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';
import { type AccountOf, AccountsStore, type Entry, type Guard, type Posted } from './accounts.store';
import { CyclesStore } from './cycles.store';

type Mine = typeof pointsContract.mine;
type Shown = NonNullable<OutputOf<Mine>['account']>['entries'][number];

/** More cycles than are ever closed while one write waits. */
const CYCLES_AHEAD = 10;

@Provide()
@Scope(ScopeEnum.Singleton)
export class LedgerService {
  @Inject()
  private readonly accounts!: AccountsStore;

  @Inject()
  private readonly cycles!: CyclesStore;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly regions!: RegionsService;

  /**
   * Adds entries once, in the given cycle or, where that is closed for this household, in the first open one after it. A
   * closed account takes nothing more, so the same keys are never in two.
   * Problems: `request.keyReused` when a key is there with other points, `points.accountFull`.
   */
  async post(
    to: AccountOf,
    entries: readonly Entry[],
    guard?: Guard,
  ): Promise<{ posted: Exclude<Posted, 'clash' | 'closed' | 'full'>; year: number }> {
    for await (const year of this.yearsFor(to)) {
      const posted = await this.accounts.post({ ...to, year }, entries, guard);
      if (posted === 'clash') throw problem('request.keyReused');
      if (posted === 'full') throw problem('points.accountFull');
      if (posted !== 'closed') return { posted, year };
    }
    throw new Error(`account ${to.householdId}/${to.year} and ${CYCLES_AHEAD} after it are closed`);
  }

  /**
   * Takes back what the entry with this key did, once; where it was never written, a zero keeps it from being written later.
   * Problems: `points.accountFull`.
   */
  async takeBack(to: AccountOf, key: string, back: Entry): Promise<void> {
    const never: Entry = { ...back, key, kind: 'redemption', points: 0, honourPoints: 0, opposes: null };
    for await (const year of this.yearsFor(to)) {
      const posted = await this.accounts.post({ ...to, year }, [never]);
      if (posted === 'posted' || posted === 'known') return;
      if (posted === 'full') throw problem('points.accountFull');
      if (posted === 'clash') {
        await this.post({ ...to, year }, [back]);
        return;
      }
    }
    throw new Error(`account ${to.householdId}/${to.year} and ${CYCLES_AHEAD} after it are closed`);
  }

  /** The cycles that an entry may stand in: from the first on, but no account is made in one that has ended. */
  private async *yearsFor({ householdId, villageId, year: first }: AccountOf): AsyncIterable<number> {
    const running = (await this.cycles.find(villageId))?.year ?? first;
    for (let year = first; year < first + CYCLES_AHEAD; year++)
      if (year >= running || (await this.accounts.exists(householdId, year))) yield year;
  }

  /** The own household's account, with the entries of a cycle from the latest on. */
  async mine(actor: Actor, { cycle, before }: InputOf<Mine>, now: Date): Promise<OutputOf<Mine>> {
    const household = await this.households.householdOf(actor.personId);
    if (!household) return { account: null };
    const { villageId, id: householdId, number } = household;
    const [running, all, names] = await Promise.all([
      this.cycles.find(villageId),
      this.accounts.listOf(householdId),
      this.regions.namesOf([villageId]),
    ]);
    const year = running?.year ?? Number(localDateOf(now.getTime()).slice(0, 4));
    const account = await this.accounts.find(householdId, cycle ?? year);
    const end = Math.min(before ?? Number.POSITIVE_INFINITY, account?.entries.length ?? 0);
    const start = Math.max(0, end - ENTRIES_LIMIT);
    return {
      account: {
        householdId,
        villageId,
        villageName: names.get(villageId) ?? '',
        number,
        balancePoints: all.find((one) => one.year === year)?.balancePoints ?? 0,
        honourPoints: all.reduce((sum, one) => sum + one.honourPoints, 0),
        cycle: year,
        cycles: all.map((one) => one.year),
        entries: await this.show((account?.entries ?? []).slice(start, end).reverse()),
        before: start > 0 ? start : null,
      },
    };
  }

  private async show(entries: readonly Entry[]): Promise<Shown[]> {
    const names = await this.identity.namesOf(
      entries.flatMap(({ proposedBy, reviewedBy }) => [...(proposedBy ? [proposedBy] : []), ...reviewedBy]),
    );
    // What was never done is nothing to read.
    const shown = entries.filter(({ points }) => points !== 0);
    return shown.map(({ itemKey: _item, orderId: _order, proposedBy, reviewedBy, ...entry }) => ({
      ...entry,
      at: entry.at.toISOString(),
      proposedByName: proposedBy === null ? null : (names.get(proposedBy) ?? null),
      reviewedByNames: reviewedBy.flatMap((id) => names.get(id) ?? []),
    }));
  }
}
