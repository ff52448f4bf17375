/** Claims: writing new ones and finding them. What decides about them is in claim-decisions.store.ts. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type ClaimState, COUNTING_STATES } from '@xiangyue/shared/features/points/points.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import type { Model } from 'mongoose';
import { Database } from '../../platform/database/database';
import type { TimeMark } from '../../platform/paging/page';
import { type Claim, type ClaimRow, claimsOf, toClaim } from './claim-documents.store';

export interface ListMark {
  readonly on: LocalDate;
  readonly id: string;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class ClaimsStore {
  @Inject()
  private readonly database!: Database;

  private claims!: Model<ClaimRow>;

  @Init()
  init(): void {
    this.claims = claimsOf(this.database);
  }

  async find(id: string): Promise<Claim | null> {
    const row = await this.claims.findById(id).lean<ClaimRow>();
    return row && toClaim(row);
  }

  async findMany(ids: readonly string[]): Promise<Claim[]> {
    return this.list({ _id: { $in: ids } }, { _id: 1 }, ids.length);
  }

  /** Writes a new claim; the same id again changes nothing. */
  async insert(claim: Claim): Promise<void> {
    await this.insertMany([claim]);
  }

  /** Writes many in one go; those that are there stay as they are. */
  async insertMany(claims: readonly Claim[]): Promise<void> {
    const writes = claims.map(({ id, ...fields }) => ({
      updateOne: { filter: { _id: id }, update: { $setOnInsert: fields }, upsert: true },
    }));
    await Database.upsert(() => this.claims.bulkWrite(writes as never, { ordered: false }));
  }

  /** A household's claims, the latest first. */
  async listOfHousehold(householdId: string, after: TimeMark | undefined, limit: number): Promise<Claim[]> {
    const before = after && {
      $or: [{ proposedAt: { $lt: after.at } }, { proposedAt: after.at, _id: { $lt: after.id } }],
    };
    return this.list({ householdId, ...before }, { proposedAt: -1, _id: -1 }, limit);
  }

  /** Claims that wait at a desk of the region, the oldest first. */
  async listWaiting(regionId: string, state: ClaimState, limit: number): Promise<Claim[]> {
    return this.list({ state, regionPath: regionId }, { proposedAt: 1, _id: 1 }, limit);
  }

  /** What a village publishes, the longest published first. */
  async listPublic(villageId: string, after: ListMark | undefined, limit: number): Promise<Claim[]> {
    const filter = { villageId, state: 'publicity', ...(after && behind('publicUntil', '$gt', after)) };
    return this.list(filter, { publicUntil: 1, _id: 1 }, limit);
  }

  /** What was credited since, the latest first. */
  async listCredited(
    villageId: string,
    since: LocalDate,
    after: ListMark | undefined,
    limit: number,
  ): Promise<Claim[]> {
    const filter = {
      $and: [
        { villageId, state: 'credited', creditedOn: { $gte: since } },
        after ? behind('creditedOn', '$lt', after) : {},
      ],
    };
    return this.list(filter, { creditedOn: -1, _id: -1 }, limit);
  }

  /** Claims of a region with objections that wait for an answer. */
  async listObjected(regionId: string, limit: number): Promise<Claim[]> {
    return this.list({ regionPath: regionId, openObjections: { $gt: 0 } }, { _id: 1 }, limit);
  }

  private async list(filter: object, sort: Record<string, 1 | -1>, limit: number): Promise<Claim[]> {
    return (await this.claims.find(filter).sort(sort).limit(limit).lean<ClaimRow[]>()).map(toClaim);
  }

  /** Points of these households for an item that are on their way or there, in a cycle; by household. */
  async pointsAsked(
    householdIds: readonly string[],
    itemKey: string,
    year: number,
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await this.claims.aggregate<{ _id: string; points: number }>([
      { $match: { householdId: { $in: [...householdIds] }, itemKey, year, state: { $in: [...COUNTING_STATES] } } },
      { $group: { _id: '$householdId', points: { $sum: '$points' } } },
    ]);
    return new Map(rows.map(({ _id, points }) => [_id, points]));
  }

  /** How many claims each of these households has for its item and day; by `<household>/<item>/<day>`. */
  async countSameDay(claims: readonly Claim[]): Promise<ReadonlyMap<string, number>> {
    if (claims.length === 0) return new Map();
    const rows = await this.claims.aggregate<{ _id: string; count: number }>([
      {
        $match: {
          $or: claims.map(({ householdId, itemKey, doneOn }) => ({ householdId, itemKey, doneOn })),
          state: { $in: [...COUNTING_STATES] },
        },
      },
      {
        $group: { _id: { $concat: ['$householdId', '/', '$itemKey', '/', '$doneOn'] }, count: { $sum: 1 } },
      },
    ]);
    return new Map(rows.map(({ _id, count }) => [_id, count]));
  }

  /** Claims whose publicity is over, with no objection open. */
  async listDue(today: LocalDate, limit: number): Promise<Claim[]> {
    return this.list(
      { state: 'publicity', publicUntil: { $lt: today }, openObjections: 0 },
      { publicUntil: 1, _id: 1 },
      limit,
    );
  }

  /** Claims that a crash, or just another process, has left in the middle of a move. */
  async listUnfinished(limit: number): Promise<Claim[]> {
    return this.list({ state: { $in: ['crediting', 'reversing'] } }, { _id: 1 }, limit);
  }

  /** What the person asked for or objected to, the latest first. */
  async listByPerson(personId: string, limit: number): Promise<Claim[]> {
    return this.list({ $or: [{ proposedBy: personId }, { 'objections.by': personId }] }, { proposedAt: -1 }, limit);
  }

  /** Writes whole claims, by id, for the demo and the bench; the same again changes nothing. */
  async put(claims: readonly Claim[]): Promise<void> {
    await this.claims.bulkWrite(
      claims.map(({ id, ...fields }) => ({
        replaceOne: { filter: { _id: id }, replacement: fields as unknown as ClaimRow, upsert: true },
      })),
      { ordered: false },
    );
  }
}

function behind(field: string, compares: '$gt' | '$lt', { on, id }: ListMark) {
  return { $or: [{ [field]: { [compares]: on } }, { [field]: on, _id: { [compares]: id } }] };
}
