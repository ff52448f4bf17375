/**
 * How often somebody has allowed WeChat to remind them: one document for each person and template, whose count says how many
 * reminders are still good. WeChat counts as well; ours saves asking WeChat for what it will refuse.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';

export interface Consent {
  template: string;
  /** Reminders that may still be sent. */
  accepted: number;
  refusedForever: boolean;
}

interface Row extends Consent {
  /** `<personId>/<template>` */
  _id: string;
  personId: string;
  /** Of the latest answers, so that one that is sent again counts once. */
  keys: string[];
  /** For what reminders were used up, the latest: the same use counts once. */
  uses: string[];
}

/** Answers come one by one from a person's taps; a repetition comes within minutes. */
const KEYS_KEPT = 20;
/** Of what is sent to many at once; a campaign is over within days. */
const USES_KEPT = 20;

@Provide()
@Scope(ScopeEnum.Singleton)
export class ConsentsStore {
  @Inject()
  private readonly database!: Database;

  private consents!: Model<Row>;

  @Init()
  init(): void {
    const consent = new Schema({
      _id: String,
      personId: { type: String, required: true },
      template: { type: String, required: true },
      accepted: { type: Number, required: true },
      refusedForever: { type: Boolean, required: true },
      keys: { type: [String], required: true },
      uses: [String],
    });
    consent.index({ personId: 1 });
    this.consents = this.database.collection<Row>('reminderConsents', consent);
  }

  /** Counts one answer; the same key again changes nothing. @param accepted how many reminders it allows: 1 or 0 */
  async add(personId: string, template: string, accepted: number, refusedForever: boolean, key: string): Promise<void> {
    const filter = { _id: idOf(personId, template), keys: { $ne: key } };
    const change = {
      $set: { personId, template, refusedForever },
      $inc: { accepted },
      $push: { keys: { $each: [key], $slice: -KEYS_KEPT } },
    };
    try {
      await this.consents.updateOne(filter, change, { upsert: true });
    } catch (error) {
      if (!Database.isDuplicateKey(error)) throw error;
      // Counted already, or another first answer was a moment earlier; now there is a document either way.
      await this.consents.updateOne(filter, change);
    }
  }

  /** Uses one up. False when there is none. */
  async take(personId: string, template: string): Promise<boolean> {
    const taken = await this.consents.updateOne(
      { _id: idOf(personId, template), accepted: { $gt: 0 } },
      { $inc: { accepted: -1 } },
    );
    return taken.modifiedCount === 1;
  }

  /** Uses one up for each who has one; whoever had used one for this already is among them. @returns who they are */
  async takeMany(personIds: readonly string[], template: string, use: string): Promise<Set<string>> {
    const ids = personIds.map((personId) => idOf(personId, template));
    await this.consents.bulkWrite(
      ids.map((_id) => ({
        updateOne: {
          filter: { _id, accepted: { $gt: 0 }, uses: { $ne: use } },
          update: { $inc: { accepted: -1 }, $push: { uses: { $each: [use], $slice: -USES_KEPT } } },
        },
      })),
      { ordered: false },
    );
    return this.peopleWith({ _id: { $in: ids }, uses: use });
  }

  /** Those who have at least one, which is not used up: for templates whose leave lasts. */
  async allowing(personIds: readonly string[], template: string): Promise<Set<string>> {
    return this.peopleWith({
      _id: { $in: personIds.map((personId) => idOf(personId, template)) },
      accepted: { $gt: 0 },
    });
  }

  private async peopleWith(filter: Record<string, unknown>): Promise<Set<string>> {
    const rows = await this.consents.find(filter, { personId: 1 }).lean<Row[]>();
    return new Set(rows.map(({ personId }) => personId));
  }

  /** What was used up for this and not sent. */
  async giveBack(personIds: readonly string[], template: string, use: string): Promise<void> {
    await this.consents.updateMany(
      { _id: { $in: personIds.map((personId) => idOf(personId, template)) }, uses: use },
      { $inc: { accepted: 1 }, $pull: { uses: use } },
    );
  }

  /** WeChat counts none any more. */
  async setZero(personId: string, template: string): Promise<void> {
    await this.consents.updateOne({ _id: idOf(personId, template) }, { $set: { accepted: 0 } });
  }

  async list(personId: string): Promise<Consent[]> {
    const rows = await this.consents.find({ personId }).lean<Row[]>();
    return rows.map(({ template, accepted, refusedForever }) => ({ template, accepted, refusedForever }));
  }

  async removeAll(personId: string): Promise<void> {
    await this.consents.deleteMany({ personId });
  }
}

function idOf(personId: string, template: string): string {
  return `${personId}/${template}`;
}
