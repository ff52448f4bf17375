/** A desktop that waits for a phone to confirm it. One document, three states: waiting → confirmed → collected. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { Sweeper } from '../../platform/jobs/sweeper';

export interface DesktopSignIn {
  id: string;
  state: 'waiting' | 'confirmed' | 'collected';
  /** Hash of what the QR code shows: whoever confirms has seen the screen. */
  scanCodeHash: string;
  /** Hash of what only the desktop knows: whoever photographs the screen cannot collect the session. */
  secretHash: string;
  personId?: string;
  expiresAt: Date;
}

type Row = Omit<DesktopSignIn, 'id'> & { _id: string };

@Provide()
@Scope(ScopeEnum.Singleton)
export class DesktopSignInsStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private signIns!: Model<Row>;

  @Init()
  init(): void {
    const signIn = new Schema({
      _id: String,
      state: { type: String, required: true },
      scanCodeHash: { type: String, required: true },
      secretHash: { type: String, required: true },
      personId: String,
      expiresAt: { type: Date, required: true },
    });
    signIn.index({ expiresAt: 1 });
    this.signIns = this.database.collection<Row>('desktopSignIns', signIn);
    this.sweeper.register({ collection: 'desktopSignIns', field: 'expiresAt' });
  }

  async insert({ id, ...fields }: DesktopSignIn): Promise<void> {
    await this.signIns.create({ _id: id, ...fields });
  }

  async find(id: string): Promise<DesktopSignIn | null> {
    const row = await this.signIns.findById(id).lean<Row>();
    return row && toSignIn(row);
  }

  /** Confirmed by one person, once, in time; false otherwise. */
  async confirm(id: string, scanCodeHash: string, personId: string, now: Date): Promise<boolean> {
    const confirmed = await this.signIns.updateOne(
      { _id: id, state: 'waiting', scanCodeHash, expiresAt: { $gt: now } },
      { $set: { state: 'confirmed', personId } },
    );
    return confirmed.modifiedCount === 1;
  }

  /** Those that a person has confirmed go before their two minutes are over. */
  async removeAll(personId: string): Promise<void> {
    await this.signIns.deleteMany({ personId });
  }

  /** Hands the confirmed sign-in out once; null when it is not confirmed, was collected, or has ended. */
  async collect(id: string, secretHash: string, now: Date): Promise<DesktopSignIn | null> {
    const row = await this.signIns
      .findOneAndUpdate(
        { _id: id, state: 'confirmed', secretHash, expiresAt: { $gt: now } },
        { $set: { state: 'collected' } },
        { returnDocument: 'after' },
      )
      .lean<Row>();
    return row && toSignIn(row);
  }
}

function toSignIn({ _id, ...fields }: Row): DesktopSignIn {
  return { id: _id, ...fields };
}
