/** Photos from the moment they are received to the moment they are forgotten. Knows no feature and asks no policy. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Photo } from '@xiangyue/shared/features/files/files.contract';
import {
  ATTACH_LIMIT,
  type AttachedTo,
  attachRefusal,
  fileVariants,
  ORPHAN_LIFETIME_MS,
  STORING_LEASE_MS,
  WAITING_LIMIT,
} from '@xiangyue/shared/features/files/files.rules';
import { problem } from '@xiangyue/shared/problems';
import { newId } from '../auth/secrets';
import { LOG, type Log } from '../log/log';
import { type ErasedPart, PersonalData, type PersonalRecord } from '../personal-data/personal-data';
import { blobName } from './blob-storage';
import { FileLinks } from './file-links';
import { type FileRecord, FilesStore } from './files.store';
import { FILES_SETUP, type FilesSetup } from './files-setup';
import { type MadePhoto, makePhoto } from './make-photo';
import { Slots } from './slots';

/**
 * Pictures decoded at once by one process: a small server has two cores. A phone's JPEG takes 20 MB of memory meanwhile, the
 * worst that is let in (a progressive JPEG of 50 million pixels) 160 MB.
 */
const DECODERS = 2;
/** Files that one call of the sweep deletes: half a minute even where each deletion takes a long way. */
const SWEEP_LIMIT = 100;
/** A file whose blobs could not be deleted is tried again after this. */
const SWEEP_RETRY_MS = 3600_000;
/** So many failures in one call mean that the storage is away: a later one will find it back. */
const SWEEP_FAILURE_LIMIT = 3;

const ERASES: ErasedPart = { erased: ['您上传的照片'], kept: [] };
/** More photos than anybody has sent; an export that is longer would be no page. */
const GATHERED_LIMIT = 1_000;

/** A received file, before it is known to be a photo. */
export interface Upload {
  /** Where its bytes lie; the caller removes them afterwards. */
  readonly path: string;
  readonly sha256: string;
  readonly ownerId: string;
  readonly purpose: string;
  /** The Idempotency-Key; the same for every try to send the same photo. */
  readonly key: string;
}

export interface SweepReport {
  readonly deleted: number;
  readonly failed: number;
  /** Unfinished files that a crash had left on this machine. */
  readonly unfinished: number;
  /** There was more than one call does. */
  readonly more: boolean;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class Files {
  @Inject()
  private readonly store!: FilesStore;

  @Inject()
  private readonly links!: FileLinks;

  @Inject(FILES_SETUP)
  private readonly setup!: FilesSetup;

  @Inject(LOG)
  private readonly log!: Log;

  @Inject()
  private readonly personalData!: PersonalData;

  private readonly decoders = new Slots(DECODERS);

  @Init()
  async init(): Promise<void> {
    await this.setup.temp.make();
    // A web server has unfinished files of its own, which a worker on another machine cannot see.
    await this.setup.temp.sweep(new Date());
    this.personalData.register({
      key: 'files',
      title: '我上传的照片',
      foretells: ERASES,
      gather: (ownerId) => this.gather(ownerId),
      erase: (ownerId, now) => this.erasePerson(ownerId, now),
    });
  }

  /**
   * Keeps a received photo for its owner; it is forgotten after 24 hours unless it is attached. The same key with the
   * same bytes gives the same file, however often and however parallel. Problems: those of `makePhoto`,
   * `request.keyReused`, `files.tooManyWaiting`, `service.notReady` when the storage is away.
   */
  async keep(upload: Upload, now: Date): Promise<FileRecord> {
    const known = await this.findSame(upload);
    if (known) return known;
    // Not exact when many arrive at once, and need not be: it keeps a disk from filling up, not a promise.
    if ((await this.store.countWaiting(upload.ownerId, WAITING_LIMIT)) >= WAITING_LIMIT)
      throw problem('files.tooManyWaiting');
    return this.decoders
      .run(async () => (await this.findSame(upload)) ?? makePhoto(upload.path))
      .then((found) => ('id' in found ? found : this.storeAs(upload, found, now)));
  }

  /** Photos to show, in the order of the ids, with links for whoever is shown them. What was deleted is left out. */
  async photos(fileIds: readonly string[], now: Date): Promise<Photo[]> {
    const byId = new Map((await this.store.findMany(fileIds)).map((record) => [record.id, record]));
    return fileIds.flatMap((id) => {
      const record = byId.get(id);
      return record ? [this.photo(record, now)] : [];
    });
  }

  /** One photo as answers show it. */
  photo({ id, width, height }: FileRecord, now: Date): Photo {
    return {
      id,
      width,
      height,
      originalUrl: this.links.sign(id, 'original', now),
      thumbnailUrl: this.links.sign(id, 'thumbnail', now),
    };
  }

  /**
   * Gives waiting files of a person to a thing; from then on they stay as long as it does. Repeating is harmless.
   * Call it before the thing itself is written, with an id that a repeated request makes again: a crash between the two
   * then costs nothing, since the repeat finds its own files. If the thing is refused after all, `release` them.
   * Problems: `files.unknown` (also for someone else's), `files.attachedElsewhere`; none is attached then.
   */
  async attach(fileIds: readonly string[], to: AttachedTo, ownerId: string, now: Date): Promise<void> {
    if (fileIds.length > ATTACH_LIMIT) throw new RangeError(`a thing has at most ${ATTACH_LIMIT} files`);
    const byId = new Map((await this.store.findMany(fileIds)).map((record) => [record.id, record]));
    for (const id of fileIds) {
      const refusal = attachRefusal(byId.get(id), to, ownerId);
      if (refusal) throw problem(refusal);
    }
    // What was looked at may have changed since: each write carries the condition, and a refused one undoes the others.
    const fresh: string[] = [];
    for (const id of fileIds) {
      if (!(await this.store.attach(id, to, ownerId))) {
        await this.store.release(to, orphanEnd(now), fresh);
        throw problem('files.unknown');
      }
      if (byId.get(id)?.attachedTo === null) fresh.push(id);
    }
  }

  /** The thing is gone or was refused: its files wait again, and are forgotten after 24 hours. Returns how many. */
  async release(to: AttachedTo, now: Date): Promise<number> {
    return this.store.release(to, orphanEnd(now));
  }

  /**
   * Deletes files of a person for good, attached or not; without ids, all of them (PIPL art. 47). Once this returns,
   * none can be found; `pending` tells how many of them still lie in a storage that was away, for the sweep to delete.
   */
  async deleteOwned(
    ownerId: string,
    now: Date,
    fileIds?: readonly string[],
  ): Promise<{ deleted: number; pending: number }> {
    const marked = await this.store.markOwned(ownerId, now, fileIds);
    const doomed = await this.store.listDoomed(ownerId, SWEEP_LIMIT);
    const { failed } = await this.eraseAll(doomed, now);
    return { deleted: marked, pending: failed + Math.max(0, marked - doomed.length) };
  }

  private async gather(ownerId: string): Promise<readonly PersonalRecord[]> {
    const records = await this.store.listOwned(ownerId, GATHERED_LIMIT);
    return records.map(({ id, purpose, createdAt, bytes, width, height, attachedTo }) => ({
      编号: id,
      用途: purpose,
      上传时间: createdAt.toISOString(),
      大小: `${width}×${height}，${Math.ceil(bytes / 1024)} KB`,
      用上了: attachedTo !== null,
    }));
  }

  /** Throws while some still lie in a storage that is away: nobody can see them, but they are not gone. */
  private async erasePerson(ownerId: string, now: Date): Promise<ErasedPart> {
    const { pending } = await this.deleteOwned(ownerId, now);
    if (pending > 0) throw new Error(`${pending} photos still lie in the storage`);
    return ERASES;
  }

  /**
   * Deletes what nobody attached within its time, what crashed uploads left, and what interrupted deletions left.
   *
   * In three steps, each of which a crash may follow. (1) The record is marked: from then on it cannot be attached, so
   * nothing comes to depend on a file that is about to vanish. (2) The blobs are deleted: a crash here leaves a marked
   * record, whose time is over, so the next run repeats the step. (3) The record goes last. The other way round, record
   * first, a crash would leave a person's photo in the storage with nobody who knows of it: never deleted, and not
   * found by "delete me".
   */
  async sweepOrphans(now: Date): Promise<SweepReport> {
    const expired = await this.store.listExpired(now, SWEEP_LIMIT);
    const marked: string[] = [];
    for (const id of expired) if (await this.store.markExpired(id, now)) marked.push(id);
    const { erased, failed } = await this.eraseAll(marked, now);
    const unfinished = await this.setup.temp.sweep(now);
    return { deleted: erased, failed, unfinished, more: expired.length === SWEEP_LIMIT };
  }

  /** The file that this upload already became, if it did. Throws `request.keyReused` when it became another one. */
  private async findSame({ ownerId, key, sha256 }: Upload): Promise<FileRecord | null> {
    const known = await this.store.findByUpload(ownerId, key);
    if (known && known.sha256 !== sha256) throw problem('request.keyReused');
    return known;
  }

  /** Record (not visible) → blobs → record visible: at no moment is there a blob without a record, or half a file to see. */
  private async storeAs(upload: Upload, photo: MadePhoto, now: Date): Promise<FileRecord> {
    const record: FileRecord = {
      id: newId(now),
      ownerId: upload.ownerId,
      purpose: upload.purpose,
      sha256: upload.sha256,
      bytes: photo.original.length,
      width: photo.width,
      height: photo.height,
      createdAt: now,
      attachedTo: null,
    };
    await this.store.begin(record, new Date(now.getTime() + STORING_LEASE_MS));
    let outcome: 'kept' | 'keyTaken' | 'gone';
    try {
      for (const variant of fileVariants) await this.setup.storage.put(blobName(record.id, variant), photo[variant]);
      outcome = await this.store.finish(record.id, upload.key, orphanEnd(now));
    } catch (error) {
      await this.discard(record.id, now);
      throw error;
    }
    if (outcome === 'kept') return record;
    await this.discard(record.id, now);
    const winner = await this.findSame(upload);
    // The sweep or the owner was faster than this upload; the phone's next try starts from nothing.
    if (!winner) throw problem('service.notReady', undefined, { headers: { 'Retry-After': '1' } });
    return winner;
  }

  /** Takes back an upload that did not become a file. When even that fails, the sweep finds it by its lease. */
  private async discard(id: string, now: Date): Promise<void> {
    try {
      if (await this.store.markFailed(id, now)) await this.erase(id);
    } catch (error) {
      this.log.error({ err: error, fileId: id }, 'unfinished file left to the sweep');
    }
  }

  private async eraseAll(ids: readonly string[], now: Date): Promise<{ erased: number; failed: number }> {
    let erased = 0;
    let failed = 0;
    for (const id of ids) {
      try {
        if (failed < SWEEP_FAILURE_LIMIT) {
          await this.erase(id);
          erased++;
          continue;
        }
      } catch (error) {
        this.log.error({ err: error, fileId: id }, 'file not deleted');
        await this.store.postpone(id, new Date(now.getTime() + SWEEP_RETRY_MS));
      }
      failed++;
    }
    return { erased, failed };
  }

  /** Blobs first, record last: see `sweepOrphans`. */
  private async erase(id: string): Promise<void> {
    for (const variant of fileVariants) await this.setup.storage.delete(blobName(id, variant));
    await this.store.remove(id);
  }
}

function orphanEnd(now: Date): Date {
  return new Date(now.getTime() + ORPHAN_LIFETIME_MS);
}
