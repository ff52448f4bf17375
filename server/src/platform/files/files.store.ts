/**
 * Where it is written down which files there are. A record is made before the first byte of its blobs is stored and
 * removed after the last is gone, so that no blob is ever unknown:
 *
 *   storing (not visible; a crash leaves it, the sweep takes it after an hour)
 *      → kept (visible; `expiresAt` says when it is forgotten, unless it is attached: then it has none)
 *         → deleting (not visible any more; blobs go first, then the record)
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { AttachedTo } from '@xiangyue/shared/features/files/files.rules';
import { type Model, Schema } from 'mongoose';
import { Database } from '../database/database';

export interface FileRecord {
  readonly id: string;
  /** The person who uploaded it. */
  readonly ownerId: string;
  readonly purpose: string;
  /** Of the bytes as they were sent, in hex: tells whether a repeated upload is the same. */
  readonly sha256: string;
  /** Of the original as it is stored. */
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly createdAt: Date;
  readonly attachedTo: AttachedTo | null;
}

type Row = Omit<FileRecord, 'id'> & {
  _id: string;
  state: 'storing' | 'kept' | 'deleting';
  /** When the sweep takes it; absent while it is attached. */
  expiresAt?: Date;
  /** The Idempotency-Key of its upload; set with `kept`, so that a crashed upload does not occupy it. */
  uploadKey?: string;
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class FilesStore {
  @Inject()
  private readonly database!: Database;

  private files!: Model<Row>;

  @Init()
  init(): void {
    const attachedTo = new Schema(
      { kind: { type: String, required: true }, id: { type: String, required: true } },
      { _id: false, id: false },
    );
    const file = new Schema({
      _id: String,
      state: { type: String, required: true },
      ownerId: { type: String, required: true },
      purpose: { type: String, required: true },
      sha256: { type: String, required: true },
      bytes: { type: Number, required: true },
      width: { type: Number, required: true },
      height: { type: Number, required: true },
      createdAt: { type: Date, required: true },
      attachedTo: { type: attachedTo, default: null },
      expiresAt: Date,
      uploadKey: String,
    });
    file.index(
      { ownerId: 1, uploadKey: 1 },
      { unique: true, partialFilterExpression: { uploadKey: { $type: 'string' } } },
    );
    file.index({ ownerId: 1, state: 1 });
    file.index({ expiresAt: 1 }, { partialFilterExpression: { expiresAt: { $type: 'date' } } });
    file.index(
      { 'attachedTo.kind': 1, 'attachedTo.id': 1 },
      { partialFilterExpression: { 'attachedTo.id': { $type: 'string' } } },
    );
    this.files = this.database.collection<Row>('files', file);
  }

  /** Writes down that blobs with this id are about to be stored. */
  async begin({ id, ...fields }: FileRecord, leaseUntil: Date): Promise<void> {
    await this.files.create({ ...fields, _id: id, state: 'storing', expiresAt: leaseUntil });
  }

  /** Makes a stored file visible. `keyTaken`: another upload with this key was first. `gone`: the sweep took it. */
  async finish(id: string, uploadKey: string, expiresAt: Date): Promise<'kept' | 'keyTaken' | 'gone'> {
    try {
      const done = await this.files.updateOne(
        { _id: id, state: 'storing' },
        { $set: { state: 'kept', uploadKey, expiresAt } },
      );
      return done.modifiedCount === 1 ? 'kept' : 'gone';
    } catch (error) {
      if (Database.isDuplicateKey(error)) return 'keyTaken';
      throw error;
    }
  }

  async findByUpload(ownerId: string, uploadKey: string): Promise<FileRecord | null> {
    const row = await this.files.findOne({ ownerId, uploadKey, state: 'kept' }).lean<Row>();
    return row && toRecord(row);
  }

  /** The visible files among these ids, in no particular order. */
  async findMany(ids: readonly string[]): Promise<FileRecord[]> {
    return (await this.files.find({ _id: { $in: ids }, state: 'kept' }).lean<Row[]>()).map(toRecord);
  }

  /** How many visible files of this person wait to be attached, counted up to `limit`. */
  async countWaiting(ownerId: string, limit: number): Promise<number> {
    return this.files.countDocuments({ ownerId, state: 'kept', attachedTo: null }, { limit });
  }

  /** Attaches a visible file of this person that is free or already there; returns whether it is there now. */
  async attach(id: string, to: AttachedTo, ownerId: string): Promise<boolean> {
    const done = await this.files.updateOne(
      {
        _id: id,
        ownerId,
        state: 'kept',
        $or: [{ attachedTo: null }, { 'attachedTo.kind': to.kind, 'attachedTo.id': to.id }],
      },
      { $set: { attachedTo: { kind: to.kind, id: to.id } }, $unset: { expiresAt: 1 } },
    );
    return done.matchedCount === 1;
  }

  /** Makes the files of a thing orphans again; with `ids`, only these. Returns how many. */
  async release(to: AttachedTo, expiresAt: Date, ids?: readonly string[]): Promise<number> {
    const done = await this.files.updateMany(
      {
        'attachedTo.kind': to.kind,
        'attachedTo.id': to.id,
        state: 'kept',
        ...(ids && { _id: { $in: ids } }),
      },
      { $set: { attachedTo: null, expiresAt } },
    );
    return done.modifiedCount;
  }

  /** Everything whose time is over, longest overdue first: orphans, crashed uploads, interrupted deletions. */
  async listExpired(now: Date, limit: number): Promise<string[]> {
    const rows = await this.files
      .find({ expiresAt: { $lte: now } }, { _id: 1 })
      .sort({ expiresAt: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>();
    return rows.map(({ _id }) => _id);
  }

  /** Takes a file out of sight for ever if its time is still over; false when it was attached or removed meanwhile. */
  async markExpired(id: string, now: Date): Promise<boolean> {
    const done = await this.files.updateOne({ _id: id, expiresAt: { $lte: now } }, doomed(now));
    return done.matchedCount === 1;
  }

  /**
   * Takes an upload that did not succeed out of sight. False when it did succeed after all: the answer to `finish` can
   * get lost while its write is kept, and then the blobs must stay.
   */
  async markFailed(id: string, now: Date): Promise<boolean> {
    await this.files.updateOne({ _id: id, state: 'storing' }, doomed(now));
    return (await this.files.exists({ _id: id, state: 'kept' })) === null;
  }

  /** Takes files of this person out of sight, attached or not; without ids, all of them. Returns how many. */
  async markOwned(ownerId: string, now: Date, ids?: readonly string[]): Promise<number> {
    const done = await this.files.updateMany(
      { ownerId, state: { $ne: 'deleting' }, ...(ids && { _id: { $in: ids } }) },
      doomed(now),
    );
    return done.modifiedCount;
  }

  /** This person's visible files, the latest first. */
  async listOwned(ownerId: string, limit: number): Promise<FileRecord[]> {
    return (await this.files.find({ ownerId, state: 'kept' }).sort({ _id: -1 }).limit(limit).lean<Row[]>()).map(
      toRecord,
    );
  }

  /** This person's files that are out of sight and not yet gone. */
  async listDoomed(ownerId: string, limit: number): Promise<string[]> {
    const rows = await this.files
      .find({ ownerId, state: 'deleting' }, { _id: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>();
    return rows.map(({ _id }) => _id);
  }

  /** Forgets the record, once its blobs are gone. */
  async remove(id: string): Promise<void> {
    await this.files.deleteOne({ _id: id, state: 'deleting' });
  }

  /** Its blobs could not be deleted now; the sweep should not stumble over it first each time. */
  async postpone(id: string, until: Date): Promise<void> {
    await this.files.updateOne({ _id: id, state: 'deleting' }, { $set: { expiresAt: until } });
  }
}

/** The key is given free: after a deletion, the same upload is a new one. */
function doomed(now: Date) {
  return { $set: { state: 'deleting' as const, expiresAt: now, attachedTo: null }, $unset: { uploadKey: 1 as const } };
}

function toRecord({ _id, state: _state, expiresAt: _expiresAt, uploadKey: _uploadKey, ...fields }: Row): FileRecord {
  return { id: _id, ...fields };
}
