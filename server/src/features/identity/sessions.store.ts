/** Sessions: revocable, and kept only as hashes, so that a stolen backup signs nobody in. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { Sweeper } from '../../platform/jobs/sweeper';

export type Device = 'wechat' | 'desktop' | 'demo';

export interface SessionRecord {
  /** SHA-256 of the token, base64url. */
  id: string;
  personId: string;
  device: Device;
  startedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

type Row = Omit<SessionRecord, 'id'> & { _id: string };

/** A person with more devices than this is no person. */
const LIST_LIMIT = 20;
/** For the export of everything that is kept. */
const ALL_LIMIT = 500;

@Provide()
@Scope(ScopeEnum.Singleton)
export class SessionsStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private sessions!: Model<Row>;

  @Init()
  init(): void {
    const session = new Schema({
      _id: String,
      personId: { type: String, required: true },
      device: { type: String, required: true },
      startedAt: { type: Date, required: true },
      lastSeenAt: { type: Date, required: true },
      expiresAt: { type: Date, required: true },
    });
    session.index({ personId: 1, lastSeenAt: -1 });
    session.index({ expiresAt: 1 });
    this.sessions = this.database.collection<Row>('sessions', session);
    this.sweeper.register({ collection: 'sessions', field: 'expiresAt' });
  }

  async insert({ id, ...fields }: SessionRecord): Promise<void> {
    await this.sessions.create({ _id: id, ...fields });
  }

  async findRunning(id: string, now: Date): Promise<SessionRecord | null> {
    const row = await this.sessions.findOne({ _id: id, expiresAt: { $gt: now } }).lean<Row>();
    return row && toSession(row);
  }

  /** Puts the end further off; only forwards, so that requests that overtake each other do no harm. */
  async extend(id: string, lastSeenAt: Date, expiresAt: Date): Promise<void> {
    await this.sessions.updateOne({ _id: id }, { $max: { lastSeenAt, expiresAt } });
  }

  async list(personId: string, now: Date): Promise<SessionRecord[]> {
    const rows = await this.sessions
      .find({ personId, expiresAt: { $gt: now } })
      .sort({ lastSeenAt: -1 })
      .limit(LIST_LIMIT)
      .lean<Row[]>();
    return rows.map(toSession);
  }

  /** Whatever is kept of them, also those that have ended and wait for the sweeper. */
  async listAll(personId: string): Promise<SessionRecord[]> {
    return (await this.sessions.find({ personId }).sort({ lastSeenAt: -1 }).limit(ALL_LIMIT).lean<Row[]>()).map(
      toSession,
    );
  }

  /** False when the person has no such session. */
  async remove(id: string, personId: string): Promise<boolean> {
    return (await this.sessions.deleteOne({ _id: id, personId })).deletedCount === 1;
  }

  async removeAll(personId: string): Promise<void> {
    await this.sessions.deleteMany({ personId });
  }
}

function toSession({ _id, ...fields }: Row): SessionRecord {
  return { id: _id, ...fields };
}
