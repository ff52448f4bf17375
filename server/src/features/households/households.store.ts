/**
 * Households, each one document: its members, its card, its history. A change is made from the household as it was read
 * and written only if that is still the newest (`replace`), so two who change it at once cannot both have done so. What
 * must be unique beyond one household is a unique index over what the members have.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Household } from '@xiangyue/shared/features/households/household';
import { numberKey } from '@xiangyue/shared/features/households/household-number.rules';
import { gramsOf } from '@xiangyue/shared/kernel/text';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

/** What the row has beside the household: what is looked up or kept unique. Always made from it, never written by itself. */
interface Derived {
  /** Accounts bound to members. An index on `members.binding.personId` would hold a null for each member without one. */
  boundPersonIds: string[];
  idNumberIndexes: string[];
  /** The number as it is compared and sorted (household-number.rules.ts). */
  numberKey: string;
  grams: string[];
}

type Row = Omit<Household, 'id'> & Derived & { _id: string };

/** Why a household could not be written. */
export type Clash = 'numberTaken' | 'boundElsewhere' | 'idNumberTaken' | 'codeTaken';
/** `changed`: it is not the newest any more; read it again. */
export type Written = 'done' | 'changed' | Clash;

const CLASHES: ReadonlyArray<readonly [indexed: string, clash: Clash]> = [
  ['boundPersonIds', 'boundElsewhere'],
  ['idNumberIndexes', 'idNumberTaken'],
  ['card.index', 'codeTaken'],
  ['numberKey', 'numberTaken'],
];

/** Which households of a region, in the order of village and number. */
export interface HouseholdQuery {
  readonly regionId: string;
  /** Every gram that name, number or door must have; none for all. */
  readonly grams: readonly string[];
  /** Whether those that have ended are among them. */
  readonly dissolved: boolean;
  /** Where the last one seen stands. */
  readonly after?: Position;
  readonly limit: number;
}

/** Where a household stands in a list. */
export interface Position {
  readonly villageId: string;
  readonly numberKey: string;
}

/** An account that stands for a member, with when the member was born where that is known. */
export interface BoundMember {
  readonly personId: string;
  readonly birthDate?: string;
}

interface BoundHousehold {
  readonly position: Position;
  readonly members: readonly BoundMember[];
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class HouseholdsStore {
  @Inject()
  private readonly database!: Database;

  private households!: Model<Row>;

  @Init()
  init(): void {
    const household = householdSchema();
    const having = (field: string) => ({ unique: true, partialFilterExpression: { [field]: { $exists: true } } });
    household.index({ villageId: 1, numberKey: 1 }, { unique: true });
    // One WeChat account is in one household, one identity number is registered once, one code opens one door.
    household.index({ boundPersonIds: 1 }, having('boundPersonIds.0'));
    household.index({ idNumberIndexes: 1 }, having('idNumberIndexes.0'));
    household.index({ 'card.index': 1 }, { unique: true });
    household.index({ regionPath: 1, villageId: 1, numberKey: 1 });
    household.index({ grams: 1 });
    household.index({ 'members.id': 1 });
    household.index(
      { 'formerMembers.left.move.state': 1 },
      { partialFilterExpression: { 'formerMembers.left.move.state': { $exists: true } } },
    );
    this.households = this.database.collection<Row>('households', household);
  }

  async find(id: string): Promise<Household | null> {
    return this.findOne({ _id: id });
  }

  async findMany(ids: readonly string[]): Promise<Household[]> {
    return (await this.households.find({ _id: { $in: ids } }).lean<Row[]>()).map(toHousehold);
  }

  async findByPerson(personId: string): Promise<Household | null> {
    return this.findOne({ boundPersonIds: personId });
  }

  /** The household that a card's code opens, by the code's index. */
  async findByCode(codeIndex: string): Promise<Household | null> {
    return this.findOne({ 'card.index': codeIndex, state: 'active' });
  }

  /** However the number is written: 31 is 031. */
  async findByNumber(villageId: string, number: string): Promise<Household | null> {
    return this.findOne({ villageId, numberKey: numberKey(number) });
  }

  private async findOne(filter: Record<string, unknown>): Promise<Household | null> {
    const row = await this.households.findOne(filter).lean<Row>();
    return row && toHousehold(row);
  }

  /** The households of these members, in no particular order. */
  async findByMembers(memberIds: readonly string[]): Promise<Household[]> {
    return (await this.households.find({ 'members.id': { $in: memberIds } }).lean<Row[]>()).map(toHousehold);
  }

  async list({ regionId, grams, dissolved, after, limit }: HouseholdQuery): Promise<Household[]> {
    const rows = await this.households
      .find({
        regionPath: regionId,
        ...(!dissolved && { state: 'active' }),
        ...(grams.length > 0 && { grams: { $all: grams } }),
        ...beyond(after),
      })
      .sort({ villageId: 1, numberKey: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toHousehold);
  }

  /** Active households of a region in which somebody is bound, in the order of `list`: only who, and when born. */
  async listBound(regionId: string, after: Position | undefined, limit: number): Promise<BoundHousehold[]> {
    const rows = await this.households
      .find(
        { regionPath: regionId, state: 'active', 'boundPersonIds.0': { $exists: true }, ...beyond(after) },
        { villageId: 1, numberKey: 1, 'members.birthDate': 1, 'members.binding.personId': 1 },
      )
      .sort({ villageId: 1, numberKey: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(({ villageId, numberKey, members }) => ({
      position: { villageId, numberKey },
      members: members.flatMap(({ binding, birthDate }) =>
        binding ? [{ personId: binding.personId, ...(birthDate !== undefined && { birthDate }) }] : [],
      ),
    }));
  }

  /** Households with a move that has been under way since before, the oldest first. */
  async listMovesUnderway(before: Date, limit: number): Promise<Household[]> {
    const rows = await this.households
      .find({
        formerMembers: { $elemMatch: { 'left.move.state': 'underway', 'left.at': { $lt: before } } },
        // For the index, which is partial.
        'formerMembers.left.move.state': 'underway',
      })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toHousehold);
  }

  /** Writes a new household; the same id again changes nothing. */
  async insert(household: Household): Promise<Exclude<Written, 'changed'>> {
    try {
      await this.households.updateOne({ _id: household.id }, { $setOnInsert: toRow(household) }, { upsert: true });
      return 'done';
    } catch (error) {
      return clashOf(error);
    }
  }

  /** Writes the household as it has become, if it still is as it was: at the revision before. */
  async replace(household: Household): Promise<Written> {
    try {
      const filter = { _id: household.id, revision: household.revision - 1 };
      return (await this.households.replaceOne(filter, toRow(household))).matchedCount === 1 ? 'done' : 'changed';
    } catch (error) {
      return clashOf(error);
    }
  }

  /** Those of a village with these numbers, whatever zeros stand before them. */
  async findByNumbers(villageId: string, numbers: readonly string[]): Promise<Household[]> {
    const filter = { regionPath: villageId, villageId, numberKey: { $in: numbers.map(numberKey) } };
    return (await this.households.find(filter).lean<Row[]>()).map(toHousehold);
  }

  /** The id of the household in which each identity number is registered, by the number's index. */
  async findIdNumberHolders(indexes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.households
      .find({ idNumberIndexes: { $in: indexes } }, { idNumberIndexes: 1 })
      .lean<Pick<Row, '_id' | 'idNumberIndexes'>[]>();
    return new Map(rows.flatMap(({ _id, idNumberIndexes }) => idNumberIndexes.map((index) => [index, _id] as const)));
  }

  /** Inserts and replaces many, each under its own condition. False when some were refused; the others are written. */
  async writeMany(households: readonly Household[]): Promise<boolean> {
    const writes = households.map((household) => {
      const { id: _id, revision } = household;
      if (revision === 1)
        return { updateOne: { filter: { _id }, update: { $setOnInsert: toRow(household) }, upsert: true } };
      return { replaceOne: { filter: { _id, revision: revision - 1 }, replacement: toRow(household) } };
    });
    try {
      const { matchedCount, upsertedCount } = await this.households.bulkWrite(writes as never, { ordered: false });
      return matchedCount + upsertedCount === households.length;
    } catch (error) {
      if (Database.isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Writes households whole, by id; writing the same again changes nothing. For the demo, which has nobody to ask. */
  async put(households: readonly Household[]): Promise<void> {
    await this.households.bulkWrite(
      households.map((household) => ({
        replaceOne: { filter: { _id: household.id }, replacement: toRow(household), upsert: true },
      })),
      { ordered: false },
    );
  }
}

/** What stands behind a position in the order of the lists. */
function beyond(after: Position | undefined): object {
  if (!after) return {};
  const { villageId, numberKey } = after;
  return { $or: [{ villageId: { $gt: villageId } }, { villageId, numberKey: { $gt: numberKey } }] };
}

/** Where this household stands in a list. */
export function positionOf({ villageId, number }: Household): Position {
  return { villageId, numberKey: numberKey(number) };
}

function toRow({ id: _id, ...fields }: Household): Omit<Row, '_id'> {
  const { members, number, door } = fields;
  return {
    ...fields,
    boundPersonIds: members.flatMap(({ binding }) => (binding ? [binding.personId] : [])),
    idNumberIndexes: members.flatMap(({ idNumber }) => (idNumber ? [idNumber.index] : [])),
    numberKey: numberKey(number),
    grams: gramsOf([number, door, ...members.map(({ name }) => name)].join('\n')),
  };
}

function toHousehold({
  _id,
  boundPersonIds: _b,
  idNumberIndexes: _i,
  numberKey: _n,
  grams: _g,
  ...fields
}: Row): Household {
  return { id: _id, ...fields };
}

/** Which invariant refused the write; whatever is none of them is thrown on. */
function clashOf(error: unknown): Clash {
  if (Database.isDuplicateKey(error)) {
    const indexed = Object.keys((error as { keyPattern?: object }).keyPattern ?? {});
    const clash = CLASHES.find(([field]) => indexed.includes(field));
    if (clash) return clash[1];
  }
  throw error;
}

function householdSchema(): Schema {
  const sealed = { sealed: String, index: String };
  const member = {
    id: { type: String, required: true },
    name: { type: String, required: true },
    gender: String,
    birthDate: String,
    relation: { type: String, required: true },
    idNumber: part(sealed),
    phone: part(sealed),
    residence: { type: String, required: true },
    binding: part({ personId: String, at: Date, how: String }),
  };
  const founding = part({ number: String, door: String });
  const move = part({ id: String, toHouseholdId: String, relation: String, state: String, founding });
  const left = part({ reason: String, on: String, at: Date, by: String, move });
  const event = part({
    at: Date,
    by: String,
    what: String,
    memberId: String,
    personId: String,
    moveId: String,
    words: String,
    delegationId: String,
  });
  return new Schema({
    _id: String,
    villageId: { type: String, required: true },
    groupId: { type: String, required: true },
    courtyardId: String,
    regionPath: { type: [String], required: true },
    number: { type: String, required: true },
    door: { type: String, default: '' },
    headMemberId: { type: String, required: true },
    members: [part(member)],
    formerMembers: [part({ ...member, left })],
    history: [event],
    card: { type: part({ ...sealed, issuedAt: Date, issuedBy: String }), required: true },
    state: { type: String, required: true },
    revision: { type: Number, required: true },
    boundPersonIds: [String],
    idNumberIndexes: [String],
    numberKey: { type: String, required: true },
    grams: [String],
  });
}
