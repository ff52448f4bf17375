/** People, each with the roles they hold: a grant lives in the person's own document, so no invariant spans two. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Grant, Role } from '@xiangyue/shared/kernel/access';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

export interface GrantRecord {
  id: string;
  role: Role;
  regionId: string;
  /** From the county down to `regionId`, for lists of a region and what is below it. */
  regionPath: string[];
  grantedBy: string;
  grantedAt: Date;
  endsAt: Date;
  /** Set when it was taken back before its end; a grant is never removed. */
  revokedAt?: Date;
  revokedBy?: string;
}

/** True from the grant until its last instant, unless it was taken back before. */
export function isRunning({ endsAt, revokedAt }: GrantRecord, now: Date): boolean {
  return endsAt >= now && revokedAt === undefined;
}

export interface Person {
  id: string;
  name: string | null;
  grants: GrantRecord[];
  /** Set when the person has asked to be deleted: `erasing` until every part has done so, then `erased`, for ever. */
  state?: 'erasing' | 'erased';
}

/** The roles that a person holds now, as decisions about them want them. */
export function runningGrants(person: Person, now: Date): Grant[] {
  return person.grants
    .filter((grant) => isRunning(grant, now))
    .map(({ role, regionId, endsAt }) => ({ role, regionId, endsAtMs: endsAt.getTime() }));
}

/** How somebody is called in histories who has deleted their account. */
const ERASED_NAME = '已注销用户';

/** How a person is called in histories; null for somebody who has given no name. */
export function nameInHistory({ name, state }: Pick<Person, 'name' | 'state'>): string | null {
  return state ? ERASED_NAME : name;
}

/** What a person's own document says to them. */
export interface PersonDocument extends Person {
  accounts: string[];
  createdAt: Date;
}

/** `accounts` are `<appId>:<openid>`; empty for somebody who has no phone. */
type Row = Omit<PersonDocument, 'id'> & { _id: string };

/** The condition of every write that would give a person something: one who is leaving gets nothing any more. */
const STAYS = { state: { $exists: false } };

/** A grant with whose it is. */
export interface HeldGrant {
  personId: string;
  personName: string | null;
  grant: GrantRecord;
}

/** One line of the history of grants. */
export interface GrantEvent {
  personId: string;
  grant: GrantRecord;
  what: 'granted' | 'revoked';
  at: Date;
  by: string;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class PeopleStore {
  @Inject()
  private readonly database!: Database;

  private people!: Model<Row>;

  @Init()
  init(): void {
    const grant = part({
      id: String,
      role: String,
      regionId: String,
      regionPath: [String],
      grantedBy: String,
      grantedAt: Date,
      endsAt: Date,
      revokedAt: Date,
      revokedBy: String,
    });
    const person = new Schema({
      _id: String,
      accounts: { type: [String], required: true },
      name: { type: String, default: null },
      grants: [grant],
      createdAt: { type: Date, required: true },
      state: String,
    });
    // One WeChat account is one person, whatever arrives together.
    person.index({ accounts: 1 }, { unique: true, partialFilterExpression: { 'accounts.0': { $exists: true } } });
    person.index({ 'grants.regionPath': 1 });
    person.index({ 'grants.regionId': 1 });
    this.people = this.database.collection<Row>('people', person);
  }

  async find(id: string): Promise<Person | null> {
    const row = await this.people.findById(id).lean<Row>();
    return row && toPerson(row);
  }

  async findMany(ids: readonly string[]): Promise<Person[]> {
    return (await this.people.find({ _id: { $in: ids } }).lean<Row[]>()).map(toPerson);
  }

  /** The person of a WeChat account; makes one with the given id when there is none. Repeating is harmless. */
  async findOrMakeByAccount(account: string, newId: string, now: Date): Promise<Person> {
    const row = await Database.upsert(() =>
      this.people
        .findOneAndUpdate(
          { accounts: account },
          { $setOnInsert: { _id: newId, accounts: [account], name: null, grants: [], createdAt: now } },
          { upsert: true, returnDocument: 'after', setDefaultsOnInsert: false },
        )
        .lean<Row>(),
    );
    return toPerson(row as Row);
  }

  /** Writes people whole, by id; writing the same again changes nothing. */
  async put(people: readonly PersonDocument[]): Promise<void> {
    await this.people.bulkWrite(
      people.map(({ id, ...fields }) => ({ replaceOne: { filter: { _id: id }, replacement: fields, upsert: true } })),
    );
  }

  async rename(id: string, name: string): Promise<void> {
    await this.people.updateOne({ _id: id, ...STAYS }, { $set: { name } });
  }

  /** Accounts by person, of those who stay. */
  async accountsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.people.find({ _id: { $in: ids }, ...STAYS }, { accounts: 1 }).lean<Row[]>();
    return new Map(rows.map(({ _id, accounts }) => [_id, accounts]));
  }

  async findDocument(id: string): Promise<PersonDocument | null> {
    const row = await this.people.findById(id).lean<Row>();
    return row && { ...toPerson(row), accounts: row.accounts, createdAt: row.createdAt };
  }

  /** From now on the person can neither sign in nor be given anything. Repeating is harmless. */
  async startErasing(id: string): Promise<void> {
    await this.people.updateOne({ _id: id, ...STAYS }, { $set: { state: 'erasing' } });
  }

  /**
   * Leaves a tombstone: no account, no name; the offices that were held, with their dates, and those that ran end now.
   * Repeating is harmless. `state` stays `erasing` until `finishErasing`.
   */
  async anonymise(id: string, now: Date): Promise<void> {
    await this.people.updateOne(
      { _id: id },
      { $set: { name: null, accounts: [], 'grants.$[running].revokedAt': now, 'grants.$[running].revokedBy': id } },
      { arrayFilters: [{ 'running.revokedAt': { $exists: false }, 'running.endsAt': { $gte: now } }] },
    );
  }

  async finishErasing(id: string): Promise<void> {
    await this.people.updateOne({ _id: id, state: 'erasing' }, { $set: { state: 'erased' } });
  }

  /**
   * Adds a grant unless the person holds the same role in the same region now. False when they do; null for nobody.
   * A repeated call with the same grant id is the same grant.
   */
  async addGrant(personId: string, grant: GrantRecord, now: Date): Promise<boolean | null> {
    const held = { role: grant.role, regionId: grant.regionId, endsAt: { $gte: now }, revokedAt: { $exists: false } };
    const added = await this.people.updateOne(
      { _id: personId, ...STAYS, 'grants.id': { $ne: grant.id }, grants: { $not: { $elemMatch: held } } },
      { $push: { grants: grant } },
    );
    if (added.modifiedCount === 1) return true;
    const person = await this.find(personId);
    if (!person || person.state) return null;
    return person.grants.some(({ id }) => id === grant.id);
  }

  /** Who holds this running grant. */
  async findByGrant(grantId: string): Promise<Person | null> {
    const row = await this.people.findOne({ 'grants.id': grantId }).lean<Row>();
    return row && toPerson(row);
  }

  /** Takes a grant back; false when it is not running any more. */
  async revokeGrant(grantId: string, by: string, now: Date): Promise<boolean> {
    const revoked = await this.people.updateOne(
      { grants: { $elemMatch: { id: grantId, revokedAt: { $exists: false } } } },
      { $set: { 'grants.$.revokedAt': now, 'grants.$.revokedBy': by } },
    );
    return revoked.modifiedCount === 1;
  }

  /** Grants that run now in the region and below it, person by person. @param after the last one seen */
  async listRunningGrants(
    regionId: string,
    now: Date,
    after: { personId: string; grantId: string } | undefined,
    limit: number,
  ): Promise<HeldGrant[]> {
    return this.people.aggregate<HeldGrant>([
      { $match: { 'grants.regionPath': regionId, ...(after && { _id: { $gte: after.personId } }) } },
      { $unwind: '$grants' },
      {
        $match: {
          'grants.regionPath': regionId,
          'grants.endsAt': { $gte: now },
          'grants.revokedAt': { $exists: false },
          ...(after && { $or: [{ _id: { $gt: after.personId } }, { 'grants.id': { $gt: after.grantId } }] }),
        },
      },
      { $sort: { _id: 1, 'grants.id': 1 } },
      { $limit: limit },
      { $project: { _id: 0, personId: '$_id', personName: '$name', grant: '$grants' } },
    ]);
  }

  /** Who holds one of the roles in one of these very regions now, not above and not below. */
  async listHolders(roles: readonly Role[], regionIds: readonly string[], now: Date): Promise<HeldGrant[]> {
    const people = await this.people.find({ 'grants.regionId': { $in: regionIds } }).lean<Row[]>();
    return people.flatMap(({ _id, name, grants }) =>
      grants
        .filter((grant) => roles.includes(grant.role) && regionIds.includes(grant.regionId) && isRunning(grant, now))
        .map((grant) => ({ personId: _id, personName: name, grant })),
    );
  }

  /** Every granting and revoking in the region and below it, the latest first. @param before the last one seen */
  async listGrantEvents(
    regionId: string,
    before: { at: Date; grantId: string; what: GrantEvent['what'] } | undefined,
    limit: number,
  ): Promise<GrantEvent[]> {
    const granted = { what: 'granted', at: '$grants.grantedAt', by: '$grants.grantedBy' };
    const revoked = { what: 'revoked', at: '$grants.revokedAt', by: '$grants.revokedBy' };
    return this.people.aggregate<GrantEvent>([
      { $match: { 'grants.regionPath': regionId } },
      { $unwind: '$grants' },
      { $match: { 'grants.regionPath': regionId } },
      { $project: { grants: 1, event: [granted, revoked] } },
      { $unwind: '$event' },
      // What was not revoked has no such instant.
      { $match: { 'event.at': { $type: 'date' } } },
      ...(before
        ? [
            {
              $match: {
                $or: [
                  { 'event.at': { $lt: before.at } },
                  { 'event.at': before.at, 'grants.id': { $lt: before.grantId } },
                  { 'event.at': before.at, 'grants.id': before.grantId, 'event.what': { $lt: before.what } },
                ],
              },
            },
          ]
        : []),
      { $sort: { 'event.at': -1, 'grants.id': -1, 'event.what': -1 } },
      { $limit: limit },
      {
        $project: {
          _id: 0,
          personId: '$_id',
          grant: '$grants',
          what: '$event.what',
          at: '$event.at',
          by: '$event.by',
        },
      },
    ]);
  }
}

function toPerson({ _id, name, grants, state }: Row): Person {
  return { id: _id, name, grants, ...(state && { state }) };
}
