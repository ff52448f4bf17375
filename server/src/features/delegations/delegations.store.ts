/** 代办, one document each. At most one runs between an account and a member: what runs holds their `runningKey`. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { OWN_LIMIT } from '@xiangyue/shared/features/delegations/delegations.contract';
import { CONSENT_WAYS, type Delegation, type Ended } from '@xiangyue/shared/features/delegations/delegations.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import type { TimeMark } from '../../platform/paging/page';

/** `<member>/<agent>`; gone once it is stopped, so that the two can begin anew. */
type Row = Omit<Delegation, 'id'> & { _id: string; runningKey?: string };

/** County, town, village. */
const VILLAGE_DEPTH = 3;
/** Read at a time where all of a place are gone through. */
const BATCH = 100;
/** More than anybody could keep up with: an account that acts for a whole village. */
const RUNNING_LIMIT = 2_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class DelegationsStore {
  @Inject()
  private readonly database!: Database;

  private delegations!: Model<Row>;

  @Init()
  init(): void {
    const consent = new Schema(
      { way: { type: String, enum: Object.keys(CONSENT_WAYS) }, words: String, on: String, photoIds: [String] },
      { _id: false },
    );
    const ended = new Schema({ at: Date, by: String, words: String }, { _id: false });
    const delegation = new Schema({
      _id: String,
      kind: { type: String, required: true },
      householdId: { type: String, required: true },
      villagePath: { type: [String], required: true },
      memberId: { type: String, required: true },
      agentId: { type: String, required: true },
      consent: { type: consent, required: true },
      startedAt: { type: Date, required: true },
      endsOn: { type: String, required: true },
      ended: { type: ended, default: null },
      runningKey: String,
    });
    delegation.index({ runningKey: 1 }, { unique: true, sparse: true });
    delegation.index({ agentId: 1, startedAt: -1 });
    delegation.index({ householdId: 1, startedAt: -1 });
    delegation.index({ villagePath: 1, startedAt: -1, _id: -1 });
    this.delegations = this.database.collection<Row>('delegations', delegation);
  }

  async find(id: string): Promise<Delegation | null> {
    const row = await this.delegations.findById(id).lean<Row>();
    return row && toDelegation(row);
  }

  async findMany(ids: readonly string[]): Promise<Delegation[]> {
    return (await this.delegations.find({ _id: { $in: ids } }).lean<Row[]>()).map(toDelegation);
  }

  /** Of an account that acts, or of a household for whose members somebody acts; the latest first. */
  async list(of: { agentId: string } | { householdId: string }): Promise<Delegation[]> {
    const rows = await this.delegations.find(of).sort({ startedAt: -1 }).limit(OWN_LIMIT).lean<Row[]>();
    return rows.map(toDelegation);
  }

  /** All by which an account acts and that nobody has stopped. */
  async listRunning(agentId: string): Promise<Delegation[]> {
    const rows = await this.delegations.find({ agentId, ended: null }).limit(RUNNING_LIMIT).lean<Row[]>();
    return rows.map(toDelegation);
  }

  /** The next of those in a village, town or county that nobody has stopped and whose year is not over, the latest first. */
  async listIn(regionPath: readonly string[], today: LocalDate, after?: TimeMark): Promise<Delegation[]> {
    const rows = await this.delegations
      .find({
        // Of a group or courtyard: those of its village.
        villagePath: regionPath.slice(0, VILLAGE_DEPTH).at(-1) as string,
        ended: null,
        endsOn: { $gte: today },
        ...(after && {
          $or: [{ startedAt: { $lt: after.at } }, { startedAt: after.at, _id: { $lt: after.id } }],
        }),
      })
      .sort({ startedAt: -1, _id: -1 })
      .limit(BATCH)
      .lean<Row[]>();
    return rows.map(toDelegation);
  }

  /** Begins one; false while another runs between the two. The same id again is the same one. */
  async insert({ id, ...fields }: Delegation): Promise<boolean> {
    const runningKey = keyOf(fields);
    try {
      await this.delegations.updateOne({ _id: id }, { $setOnInsert: { ...fields, runningKey } }, { upsert: true });
      return true;
    } catch (error) {
      if (Database.isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** One whose year is over, or that was for the member's former household, makes room for the next between the two. */
  async makeRoom(between: Pick<Delegation, 'memberId' | 'agentId' | 'householdId'>, today: LocalDate): Promise<void> {
    await this.delegations.updateOne(
      {
        runningKey: keyOf(between),
        $or: [{ endsOn: { $lt: today } }, { householdId: { $ne: between.householdId } }],
      },
      { $unset: { runningKey: 1 } },
    );
  }

  /** Stops one that nobody has stopped. @returns who did, now or before */
  async stop(id: string, ended: Ended): Promise<Ended | null> {
    await this.delegations.updateOne({ _id: id, ended: null }, { $set: { ended }, $unset: { runningKey: 1 } });
    return (await this.find(id))?.ended ?? null;
  }

  /** Writes delegations whole, by id, for the demo; writing the same again changes nothing. */
  async put(delegations: readonly Delegation[]): Promise<void> {
    await this.delegations.bulkWrite(
      delegations.map(({ id, ...fields }) => ({
        replaceOne: { filter: { _id: id }, replacement: { ...fields, runningKey: keyOf(fields) }, upsert: true },
      })),
    );
  }
}

function keyOf({ memberId, agentId }: Pick<Delegation, 'memberId' | 'agentId'>): string {
  return `${memberId}/${agentId}`;
}

function toDelegation({ _id, runningKey: _runningKey, ...fields }: Row): Delegation {
  return { id: _id, ...fields };
}
