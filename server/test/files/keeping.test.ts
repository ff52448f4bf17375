/** What becomes of a file after its upload: attached, released, forgotten, deleted; and what a crash leaves of each. */
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { utimes, writeFile } from 'node:fs/promises';
import { FilesSweep } from '../../src/platform/files/files-sweep';
import { makeLog } from '../../src/platform/log/log';
import { anId } from '../factories';
import { until } from '../until';
import { type FilesKit, HOUR_MS, startFilesKit, waitingPhotoOf } from './files-kit';
import { plainPhoto } from './pictures';
import { StopAt } from './stop-at';

const DAY_MS = 24 * HOUR_MS;

// Every photo is written through to the disk, which others may be using.
jest.setTimeout(30_000);

let kit: FilesKit;
let now: Date;
beforeAll(async () => {
  kit = await startFilesKit();
});
beforeEach(() => {
  now = new Date();
});
afterEach(() => kit.clear());
afterAll(() => kit.stop());

const later = (ms: number) => new Date(now.getTime() + ms);
const aClaim = () => ({ kind: 'points.claim', id: anId() });
const upload = async (person = 'zhang') =>
  kit.uploaded(await plainPhoto(Math.floor(Math.random() * 60_000)), { person });
const rowOf = async (id: string) => (await kit.rows()).find(({ _id }) => _id === id);

describe('attaching', () => {
  test('a file that is attached stays; a repeat changes nothing', async () => {
    const ids = [await upload(), await upload()];
    const claim = aClaim();
    await kit.files.attach(ids, claim, 'zhang', now);
    const once = await kit.rows();
    await kit.files.attach(ids, claim, 'zhang', now);
    expect(await kit.rows()).toEqual(once);
    expect(once.map(({ attachedTo, expiresAt }) => ({ attachedTo, expiresAt }))).toEqual([
      { attachedTo: claim, expiresAt: undefined },
      { attachedTo: claim, expiresAt: undefined },
    ]);
    expect((await kit.files.sweepOrphans(later(400 * DAY_MS))).deleted).toBe(0);
    expect(await kit.blobs()).toHaveLength(4);
  });

  test.each<[string, () => Promise<string>, string]>([
    ['someone else’s file', () => upload('li'), 'files.unknown'],
    ['a file that does not exist', async () => anId(), 'files.unknown'],
    [
      'a file of another claim',
      async () => {
        const id = await upload();
        await kit.files.attach([id], aClaim(), 'zhang', now);
        return id;
      },
      'files.attachedElsewhere',
    ],
  ])('%s is refused, and the good one beside it stays free', async (_what, make, code) => {
    const [good, bad] = [await upload(), await make()];
    const before = await kit.rows();
    await expect(kit.files.attach([good, bad], aClaim(), 'zhang', now)).rejects.toMatchObject({ code });
    expect(await kit.rows()).toEqual(before);
  });

  test('20 claims want one file at the same moment: one has it', async () => {
    const id = await upload();
    const claims = Array.from({ length: 20 }, aClaim);
    const outcomes = await Promise.allSettled(claims.map((claim) => kit.files.attach([id], claim, 'zhang', now)));
    const winners = claims.filter((_, i) => outcomes[i]?.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    expect((await rowOf(id))?.attachedTo).toEqual(winners[0]);
  });

  test('a file that vanishes between the look and the write undoes its neighbours', async () => {
    const [first, second] = [await upload(), await upload()];
    const attach = kit.store.attach.bind(kit.store);
    // The owner deletes the second one just after the first was attached.
    const raced = jest.spyOn(kit.store, 'attach').mockImplementation(async (id, to, ownerId) => {
      if (id === second) await kit.files.deleteOwned('zhang', now, [second]);
      return attach(id, to, ownerId);
    });
    await expect(kit.files.attach([first, second], aClaim(), 'zhang', now)).rejects.toMatchObject({
      code: 'files.unknown',
    });
    raced.mockRestore();
    expect(await rowOf(first)).toMatchObject({ attachedTo: null, expiresAt: later(DAY_MS) });
  });

  test('what a thing releases is free for another, for a day', async () => {
    const id = await upload();
    const [first, second] = [aClaim(), aClaim()];
    await kit.files.attach([id], first, 'zhang', now);
    expect(await kit.files.release(second, now)).toBe(0);
    expect(await kit.files.release(first, now)).toBe(1);
    expect(await rowOf(id)).toMatchObject({ attachedTo: null, expiresAt: later(DAY_MS) });
    await kit.files.attach([id], second, 'zhang', now);
    expect((await rowOf(id))?.attachedTo).toEqual(second);
  });

  test('photos are shown in the order asked for, without the deleted, each with links that open', async () => {
    const [first, second, third] = [await upload(), await upload(), await upload()];
    await kit.files.deleteOwned('zhang', now, [second]);
    const photos = await kit.files.photos([third, second, first], now);
    expect(photos.map(({ id }) => id)).toEqual([third, first]);
    for (const { thumbnailUrl } of photos) expect((await kit.get(thumbnailUrl)).status).toBe(200);
  });
});

describe('forgetting', () => {
  test('after a day, not before, and only what was not attached', async () => {
    const [orphan, attached] = [await upload(), await upload()];
    await kit.files.attach([attached], aClaim(), 'zhang', now);
    const link = kit.links.sign(orphan, 'original', now);
    expect(await kit.files.sweepOrphans(later(DAY_MS - 60_000))).toMatchObject({ deleted: 0 });
    expect(await kit.files.sweepOrphans(later(DAY_MS + 60_000))).toEqual({
      deleted: 1,
      failed: 0,
      unfinished: 0,
      more: false,
    });
    expect((await kit.rows()).map(({ _id }) => _id)).toEqual([attached]);
    expect((await kit.blobs()).every((name) => name.includes(attached))).toBe(true);
    expect((await kit.get(link)).body.code).toBe('files.unknown');
    await expect(kit.files.attach([orphan], aClaim(), 'zhang', now)).rejects.toMatchObject({ code: 'files.unknown' });
  });

  test('its key is free again: the phone that sends it once more gets a new file', async () => {
    const [photo, key] = [await plainPhoto(5), randomUUID()];
    const first = await kit.uploaded(photo, { key });
    await kit.files.sweepOrphans(later(2 * DAY_MS));
    expect(await kit.uploaded(photo, { key })).not.toBe(first);
  });

  test('attaching and sweeping at the same moment: attached whole or gone whole, never between', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => upload()));
    const outcomes = await Promise.all([
      kit.files.sweepOrphans(later(DAY_MS + 60_000)).then(() => undefined),
      ...ids.map((id) =>
        kit.files.attach([id], aClaim(), 'zhang', now).then(
          () => id,
          () => undefined,
        ),
      ),
    ]);
    const attached = outcomes.filter((id) => id !== undefined).sort();
    expect((await kit.rows()).map(({ _id, state }) => [_id, state])).toEqual(attached.map((id) => [id, 'kept']));
    expect(await kit.blobs()).toHaveLength(attached.length * 2);
  });

  test('five sweeps at once delete each file once and fail at nothing', async () => {
    await Promise.all(Array.from({ length: 10 }, () => upload()));
    const reports = await Promise.all(Array.from({ length: 5 }, () => kit.files.sweepOrphans(later(2 * DAY_MS))));
    expect(reports.map(({ failed }) => failed)).toEqual([0, 0, 0, 0, 0]);
    expect(await kit.rows()).toEqual([]);
    expect(await kit.blobs()).toEqual([]);
  });

  test('a storage that is away: three tries, the rest waits, the next sweep finishes', async () => {
    await Promise.all(Array.from({ length: 6 }, () => upload()));
    const { storage } = kit.setup;
    let tries = 0;
    const remove = () => {
      tries++;
      return Promise.reject(new Error('storage away'));
    };
    kit.setup.storage = { put: storage.put, open: storage.open, delete: remove };
    const at = later(2 * DAY_MS);
    expect(await kit.files.sweepOrphans(at)).toMatchObject({ deleted: 0, failed: 6 });
    kit.setup.storage = storage;
    expect(tries).toBe(3);
    expect(kit.logged).toEqual(['storage away', 'storage away', 'storage away']);
    expect((await kit.rows()).map(({ state }) => state)).toEqual(Array(6).fill('deleting'));
    expect(await kit.files.sweepOrphans(at)).toMatchObject({ deleted: 3 });
    expect(await kit.files.sweepOrphans(new Date(at.getTime() + HOUR_MS))).toMatchObject({ deleted: 3 });
    expect([await kit.rows(), await kit.blobs()]).toEqual([[], []]);
  });

  test('unfinished files are removed when no upload can still be writing them', async () => {
    const [old, young] = [kit.setup.temp.newPath(), kit.setup.temp.newPath()];
    await writeFile(old, 'x');
    await writeFile(young, 'x');
    await utimes(old, later(-HOUR_MS), later(-HOUR_MS));
    expect((await kit.files.sweepOrphans(later(1))).unfinished).toBe(1);
    expect(await kit.unfinished()).toEqual([young.slice(-32)]);
    await kit.files.sweepOrphans(later(2 * HOUR_MS));
  });
});

describe('the recurring job', () => {
  const job = () => Object.assign(new FilesSweep(), { files: kit.files, log: makeLog('silent') } as object);

  test('goes on until nothing is left, saying between that it lives', async () => {
    await Promise.all(Array.from({ length: 101 }, () => waitingPhotoOf(kit, 'zhang')));
    const heartbeat = jest.fn(async () => undefined);
    await job().sweep({ now: later(2 * DAY_MS), heartbeat });
    expect(heartbeat).toHaveBeenCalledTimes(2);
    expect(await kit.rows()).toEqual([]);
  });

  test('does nothing more once it is no longer its turn', async () => {
    const id = await upload();
    const heartbeat = () => Promise.reject(new Error('another process has it'));
    await expect(job().sweep({ now: later(2 * DAY_MS), heartbeat })).rejects.toThrow('another process has it');
    expect((await rowOf(id))?.state).toBe('kept');
  });

  test('says that a storage is away', async () => {
    await upload();
    const { storage } = kit.setup;
    kit.setup.storage = { put: storage.put, open: storage.open, delete: () => Promise.reject(new Error('away')) };
    const swept = job().sweep({ now: later(2 * DAY_MS), heartbeat: async () => undefined });
    await expect(swept).rejects.toThrow('1 files could not be deleted');
    kit.setup.storage = storage;
  });
});

describe('deleting', () => {
  test('a person’s files are gone, attached or not, and nobody else’s', async () => {
    const [waiting, attached, other] = [await upload(), await upload(), await upload('li')];
    await kit.files.attach([attached], aClaim(), 'zhang', now);
    const links = [waiting, attached].map((id) => kit.links.sign(id, 'thumbnail', now));
    expect(await kit.files.deleteOwned('zhang', now)).toEqual({ deleted: 2, pending: 0 });
    expect((await kit.rows()).map(({ _id }) => _id)).toEqual([other]);
    expect((await kit.blobs()).every((name) => name.includes(other))).toBe(true);
    for (const link of links) expect((await kit.get(link)).status).toBe(404);
    expect(await kit.files.deleteOwned('zhang', now)).toEqual({ deleted: 0, pending: 0 });
  });

  test('one of them; someone else cannot', async () => {
    const [mine, mineToo] = [await upload(), await upload()];
    expect(await kit.files.deleteOwned('li', now, [mine])).toEqual({ deleted: 0, pending: 0 });
    expect(await kit.files.deleteOwned('zhang', now, [mine])).toEqual({ deleted: 1, pending: 0 });
    expect((await kit.rows()).map(({ _id }) => _id)).toEqual([mineToo]);
  });

  test('while the storage is away, they are out of sight at once and deleted by the sweep', async () => {
    const id = await upload();
    const { storage } = kit.setup;
    kit.setup.storage = { put: storage.put, open: storage.open, delete: () => Promise.reject(new Error('away')) };
    expect(await kit.files.deleteOwned('zhang', now)).toEqual({ deleted: 1, pending: 1 });
    kit.setup.storage = storage;
    expect(await kit.files.photos([id], now)).toEqual([]);
    expect(await kit.files.sweepOrphans(later(HOUR_MS))).toMatchObject({ deleted: 1 });
    expect([await kit.rows(), await kit.blobs()]).toEqual([[], []]);
  });
});

describe('the process dies', () => {
  /** Does something in a process that dies at the step, and puts the living storage back for the next process. */
  async function dieDuring(point: ConstructorParameters<typeof StopAt>, work: () => unknown): Promise<void> {
    const dying = new StopAt(...point);
    kit.setup.storage = dying;
    work();
    await dying.died;
    kit.setup.storage = living;
  }
  let living: FilesKit['setup']['storage'];
  beforeAll(() => {
    living = kit.setup.storage;
  });

  test.each([
    ['before', 'put original', 0],
    ['after', 'put original', 1],
    ['before', 'put thumbnail', 1],
    ['after', 'put thumbnail', 2],
  ] as const)('uploading, %s %s: nothing to see, a repeat succeeds, the sweep clears up', async (when, step, left) => {
    const [photo, key] = [await plainPhoto(9), randomUUID()];
    await dieDuring([living, when, step], () => kit.upload(photo, { key }).catch(() => undefined));
    const [dead] = await kit.rows();
    expect(dead?.state).toBe('storing');
    expect(await kit.blobs()).toHaveLength(left);
    expect(await kit.files.photos([dead?._id ?? ''], now)).toEqual([]);

    const id = await kit.uploaded(photo, { key });
    await kit.files.sweepOrphans(later(HOUR_MS - 60_000));
    expect(await kit.rows()).toHaveLength(2);
    await kit.files.sweepOrphans(later(HOUR_MS + 60_000));
    expect((await kit.rows()).map(({ _id, state }) => [_id, state])).toEqual([[id, 'kept']]);
    expect((await kit.blobs()).filter((name) => name.includes(id))).toHaveLength(2);
    expect(await kit.blobs()).toHaveLength(2);
  });

  test.each([
    ['before', 'delete original', 2],
    ['after', 'delete original', 1],
    ['before', 'delete thumbnail', 1],
    ['after', 'delete thumbnail', 0],
  ] as const)('sweeping, %s %s: cannot be attached any more, the next sweep finishes', async (when, step, left) => {
    const id = await upload();
    await dieDuring([living, when, step], () => kit.files.sweepOrphans(later(2 * DAY_MS)));
    expect(await kit.blobs()).toHaveLength(left);
    expect(await rowOf(id)).toMatchObject({ state: 'deleting' });
    await expect(kit.files.attach([id], aClaim(), 'zhang', now)).rejects.toMatchObject({ code: 'files.unknown' });
    expect(await kit.files.sweepOrphans(later(2 * DAY_MS))).toMatchObject({ deleted: 1, failed: 0 });
    expect([await kit.rows(), await kit.blobs()]).toEqual([[], []]);
  });

  test('deleting all of a person’s files, after the first: none is seen, the sweep deletes the rest', async () => {
    const ids = [await upload(), await upload(), await upload()];
    await dieDuring([living, 'after', 'delete thumbnail'], () => kit.files.deleteOwned('zhang', now));
    expect(await kit.files.photos(ids, now)).toEqual([]);
    expect(await kit.files.sweepOrphans(later(1))).toMatchObject({ deleted: 3 });
    expect([await kit.rows(), await kit.blobs()]).toEqual([[], []]);
  });

  test('an upload that was thought dead and goes on: it does not become a file, and leaves nothing', async () => {
    const put = living.put.bind(living);
    const pause = new EventEmitter();
    const paused = once(pause, 'over');
    kit.setup.storage = {
      put: async (name, bytes) => {
        await paused;
        await put(name, bytes);
      },
      open: living.open.bind(living),
      delete: living.delete.bind(living),
    };
    const answer = kit.upload(await plainPhoto(3));
    await until(async () => (await kit.rows()).length === 1, 5_000);
    await kit.files.sweepOrphans(later(2 * HOUR_MS));
    pause.emit('over');
    expect((await answer).body.code).toBe('service.notReady');
    kit.setup.storage = living;
    expect([await kit.rows(), await kit.blobs()]).toEqual([[], []]);
  });

  test('the answer to the last write gets lost: the file stays, and the repeat finds it', async () => {
    const [photo, key] = [await plainPhoto(4), randomUUID()];
    const finish = kit.store.finish.bind(kit.store);
    const lost = jest.spyOn(kit.store, 'finish').mockImplementation(async (...args) => {
      await finish(...args);
      throw Object.assign(new Error('connection lost'), { name: 'MongoNetworkError' });
    });
    expect((await kit.upload(photo, { key })).body.code).toBe('service.notReady');
    lost.mockRestore();
    const [row] = await kit.rows();
    expect(await kit.uploaded(photo, { key })).toBe(row?._id);
    expect(await kit.blobs()).toHaveLength(2);
  });
});
