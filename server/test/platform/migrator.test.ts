/** Migrations on the real engine: planned before done, done once, by one process at a time, harmless when repeated. */
import { RegionsStore } from '../../src/features/regions/regions.store';
import { readConfig } from '../../src/platform/config/config';
import { Database } from '../../src/platform/database/database';
import { isUpToDate, type Migration, Migrator } from '../../src/platform/database/migrator';
import { type Backend, startBackend } from '../../src/service';
import { testDatabase } from '../database';
import { environmentOf } from '../environment';

let backend: Backend;
let migrator: Migrator;
beforeAll(async () => {
  backend = await startBackend(readConfig({ ...environmentOf(testDatabase()), LOG_LEVEL: 'silent' }));
  migrator = backend.use(Migrator);
});
afterAll(() => backend.stop());

const notes = (database: Database) => database.connection.collection<{ _id: string; times: number }>('notes');
const note = (id: string): Migration => ({
  id,
  summary: '记一笔',
  async up(database) {
    await notes(database).updateOne({ _id: id }, { $inc: { times: 1 } }, { upsert: true });
  },
});

test('a plan names what is missing and changes nothing; applying it leaves nothing to do', async () => {
  const planned = await migrator.plan([note('0001-note')]);
  expect(planned.migrations.map(({ id }) => id)).toEqual(['0001-note']);
  expect(planned.missingIndexes).toContain('ruleDocuments {"grams":1}');
  expect(await migrator.plan([note('0001-note')])).toEqual({
    ...planned,
    migrations: [expect.objectContaining({ id: '0001-note' })],
  });

  await migrator.apply([note('0001-note')]);
  expect(isUpToDate(await migrator.plan([note('0001-note')]))).toBe(true);
  await migrator.apply([note('0001-note')]);
  expect(await notes(backend.use(Database)).find().toArray()).toEqual([{ _id: '0001-note', times: 1 }]);
});

test('ten at once: one applies, nine are told who does', async () => {
  const slow: Migration = {
    id: '0002-slow',
    summary: '慢慢来',
    up: async (database) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await note('0002-slow').up(database);
    },
  };
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => migrator.apply([slow])));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(9);
  for (const { reason } of refused)
    expect(reason.message).toMatch(/^另一个进程（.+\/\d+）正在升级数据库，请等它结束后再试$/);
  expect(await notes(backend.use(Database)).findOne({ _id: '0002-slow' })).toEqual({ _id: '0002-slow', times: 1 });
});

test('one that fails is not counted as done, and the lock is free again', async () => {
  const failing: Migration = { id: '0003-fails', summary: '会出错', up: () => Promise.reject(new Error('磁盘满了')) };
  await expect(migrator.apply([failing])).rejects.toThrow('磁盘满了');
  expect((await migrator.plan([failing])).migrations).toHaveLength(1);
  await migrator.apply([{ ...failing, up: async () => undefined }]);
  expect((await migrator.plan([failing])).migrations).toEqual([]);
});

test('a field that no schema knows is refused, not dropped in silence', async () => {
  const store = backend.use(RegionsStore);
  await expect(
    store.put([
      { id: 'a', kind: 'village', name: '甲', path: ['a'], order: 1, facts: [], illustrative: true, extra: 1 } as never,
    ]),
  ).rejects.toThrow(/extra/);
});
