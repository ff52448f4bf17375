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
}

/** Answers come one by one from a person's taps; a repetition comes within minutes. */
const KEYS_KEPT = 20;

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
