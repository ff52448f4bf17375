/**
 * The account is the ledger: one document per household and cycle, its entries and their sum. Every change is one update whose
 * filter holds the conditions: the key is new, the account is open, the balance suffices, the item's limit is not passed. So
 * the balance is the sum of the entries at every moment, whoever dies when.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Category } from '@xiangyue/shared/features/points/catalogue.rules';
import type { EntryKind } from '@xiangyue/shared/features/points/points.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

export interface Entry {
  /** Unique in the account: the same write again is the same entry. */
  readonly key: string;
  readonly kind: EntryKind;
  /** Whole points; negative where they are spent or taken back. */
  readonly points: number;
  readonly honourPoints: number;
  readonly title: string;
  readonly category: Category | null;
  readonly itemKey: string | null;
  readonly doneOn: LocalDate | null;
  readonly words: string;
  readonly at: Date;
  readonly proposedBy: string | null;
  readonly reviewedBy: readonly string[];
  readonly claimId: string | null;
  readonly orderId: string | null;
  /** The key of the entry that this one takes back. */
  readonly opposes: string | null;
}

export interface Account {
  readonly householdId: string;
  readonly villageId: string;
  readonly year: number;
  readonly state: 'open' | 'closed';
  readonly balancePoints: number;
  readonly honourPoints: number;
  readonly entries: readonly Entry[];
}

export interface AccountOf {
  readonly householdId: string;
  readonly villageId: string;
  readonly year: number;
}

/** What must hold beside the key being new. */
export interface Guard {
  /** The balance before the entries must be at least so much. */
  readonly balanceAtLeast?: number;
  /** The item's points in the account, with these, must not pass its limit. */
  readonly cap?: { readonly itemKey: string; readonly capPoints: number; readonly points: number };
}

/** `known`: these very entries are there already. `clash`: the key is there with another content. */
export type Posted = 'posted' | 'known' | 'clash' | 'closed' | 'balanceTooLow' | 'capped' | 'full';

type Row = Account & { _id: string };

/** A household has some thirty entries a year; a document of a thousand is 400 KB. */
const ENTRIES_MAX = 1_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class AccountsStore {
  @Inject()
  private readonly database!: Database;

  private accounts!: Model<Row>;

  @Init()
  init(): void {
    const entry = part({
      key: String,
      kind: String,
      points: Number,
      honourPoints: Number,
      title: String,
      category: String,
      itemKey: String,
      doneOn: String,
      words: String,
      at: Date,
      proposedBy: String,
      reviewedBy: [String],
      claimId: String,
      orderId: String,
      opposes: String,
    });
    const account = new Schema({
      _id: String,
      householdId: { type: String, required: true },
      villageId: { type: String, required: true },
      year: { type: Number, required: true },
      state: { type: String, required: true },
      balancePoints: { type: Number, required: true },
      honourPoints: { type: Number, required: true },
      entries: [entry],
    });
    account.index({ householdId: 1, year: -1 });
    account.index({ villageId: 1, year: 1, state: 1, _id: 1 });
    this.accounts = this.database.collection<Row>('pointsAccounts', account);
  }

  /** The household's accounts, the latest cycle first, without their entries. */
  async listOf(householdId: string): Promise<Omit<Account, 'entries'>[]> {
    return this.accounts.find({ householdId }, { entries: 0, _id: 0 }).sort({ year: -1 }).lean<Row[]>();
  }

  async find(householdId: string, year: number): Promise<Account | null> {
    const row = await this.accounts.findById(idOf({ householdId, year })).lean<Row>();
    return row && toAccount(row);
  }

  async exists(householdId: string, year: number): Promise<boolean> {
    return (await this.accounts.exists({ _id: idOf({ householdId, year }) })) !== null;
  }

  /** Adds the entries in one write, all or none. */
  async post(to: AccountOf, entries: readonly Entry[], guard: Guard = {}): Promise<Posted> {
    const _id = idOf(to);
    const points = entries.reduce((sum, entry) => sum + entry.points, 0);
    const honourPoints = entries.reduce((sum, entry) => sum + entry.honourPoints, 0);
    await this.open(to);
    const written = await this.accounts.updateOne(
      {
        _id,
        state: 'open',
        'entries.key': { $nin: entries.map(({ key }) => key) },
        [`entries.${ENTRIES_MAX - entries.length}`]: { $exists: false },
        ...(guard.balanceAtLeast !== undefined && { balancePoints: { $gte: guard.balanceAtLeast } }),
        ...(guard.cap && { $expr: withinCap(guard.cap) }),
      },
      { $push: { entries: { $each: entries as Entry[] } }, $inc: { balancePoints: points, honourPoints } },
    );
    if (written.modifiedCount === 1) return 'posted';
    return whyNot(await this.accounts.findById(_id).lean<Row>(), entries, guard);
  }

  private async open({ householdId, villageId, year }: AccountOf): Promise<void> {
    const fresh = { householdId, villageId, year, state: 'open', balancePoints: 0, honourPoints: 0, entries: [] };
    await Database.upsert(() =>
      this.accounts.updateOne(
        { _id: idOf({ householdId, year }) },
        { $setOnInsert: fresh as Omit<Row, '_id'> },
        { upsert: true },
      ),
    );
  }

  /** Open accounts of a cycle; one that was closed is no longer among them. */
  async listOpen(villageId: string, year: number, limit: number): Promise<Account[]> {
    // One of the cycle before may have been opened in the very moment in which that ended.
    return this.list({ villageId, year: { $gte: year - 1, $lte: year }, state: 'open' }, limit);
  }

  /** Closed accounts of a cycle from which something was carried out, one page after another. */
  async listCarriedOut(
    villageId: string,
    year: number,
    after: Pick<AccountOf, 'householdId' | 'year'> | undefined,
    limit: number,
  ): Promise<Account[]> {
    const carried = { state: 'closed', 'entries.kind': 'carriedOut', ...(after && { _id: { $gt: idOf(after) } }) };
    return this.list({ villageId, year: { $gte: year - 1, $lte: year }, ...carried }, limit);
  }

  private async list(filter: object, limit: number): Promise<Account[]> {
    return (await this.accounts.find(filter).sort({ _id: 1 }).limit(limit).lean<Row[]>()).map(toAccount);
  }

  /** Closes an account with its last entry, in one write; false when its balance is another by now. */
  async close(account: Account, entry: Entry | null): Promise<boolean> {
    const { balancePoints } = account;
    const written = await this.accounts.updateOne(
      { _id: idOf(account), state: 'open', balancePoints },
      {
        $set: { state: 'closed' },
        ...(entry && { $push: { entries: entry }, $inc: { balancePoints: entry.points } }),
      },
    );
    return written.modifiedCount === 1;
  }

  /** How many accounts of a cycle are open, what is in them, and how many owe. */
  async sumOpen(
    villageId: string,
    year: number,
  ): Promise<{ households: number; balancePoints: number; owing: number }> {
    const [sum] = await this.accounts.aggregate<{ households: number; balancePoints: number; owing: number }>([
      { $match: { villageId, year, state: 'open' } },
      {
        $group: {
          _id: null,
          households: { $sum: 1 },
          balancePoints: { $sum: '$balancePoints' },
          owing: { $sum: { $cond: [{ $lt: ['$balancePoints', 0] }, 1, 0] } },
        },
      },
    ]);
    return sum ?? { households: 0, balancePoints: 0, owing: 0 };
  }

  /** Every account, one after the other; for proving them. */
  async *all(): AsyncIterable<Account> {
    for await (const row of this.accounts.find().sort({ _id: 1 }).lean<Row[]>().cursor())
      yield toAccount(row as unknown as Row);
  }

  /** Writes whole accounts, by household and cycle, for the demo and the bench; the same again changes nothing. */
  async put(accounts: readonly Account[]): Promise<void> {
    await this.accounts.bulkWrite(
      accounts.map((account) => ({
        replaceOne: { filter: { _id: idOf(account) }, replacement: account as Row, upsert: true },
      })),
      { ordered: false },
    );
  }
}

function idOf({ householdId, year }: Pick<AccountOf, 'householdId' | 'year'>): string {
  return `${householdId}/${year}`;
}

/** The sum of the item's entries and these points is not more than the limit; what was taken back counts no more. */
function withinCap({ itemKey, capPoints, points }: NonNullable<Guard['cap']>) {
  const ofItem = { $filter: { input: '$entries', cond: { $eq: ['$$this.itemKey', itemKey] } } };
  const sum = { $sum: { $map: { input: ofItem, in: '$$this.points' } } };
  return { $lte: [{ $add: [sum, points] }, capPoints] };
}

/** Why the write found nothing to change. The order matters: what is there already is there, also in a closed account. */
function whyNot(row: Row | null, entries: readonly Entry[], guard: Guard): Posted {
  if (!row) throw new Error('an account vanished');
  const there = entries.map(({ key }) => row.entries.find((entry) => entry.key === key));
  if (there.some((entry) => entry !== undefined))
    return there.every((entry, i) => entry?.points === entries[i]?.points && entry?.kind === entries[i]?.kind)
      ? 'known'
      : 'clash';
  if (row.state === 'closed') return 'closed';
  if (row.entries.length + entries.length > ENTRIES_MAX) return 'full';
  return guard.balanceAtLeast !== undefined && row.balancePoints < guard.balanceAtLeast ? 'balanceTooLow' : 'capped';
}

function toAccount({ _id, ...account }: Row): Account {
  return account;
}
