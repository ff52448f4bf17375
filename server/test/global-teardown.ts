import { rmSync } from 'node:fs';
import { MongoClient } from 'mongodb';
import { TEST_DATABASE_PREFIX, TEST_URI_VARIABLE } from './database';
import type { TestRun } from './global-setup';

export default async function globalTeardown(): Promise<void> {
  const { database, folder } = (globalThis as unknown as { testRun: TestRun }).testRun;
  if (database) await database.stop();
  else await dropTestDatabases();
  rmSync(folder, { recursive: true, force: true });
}

/** On somebody's own MongoDB nothing of ours stays behind. */
async function dropTestDatabases(): Promise<void> {
  const client = await new MongoClient(process.env[TEST_URI_VARIABLE] ?? '').connect();
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  for (const { name } of databases) if (name.startsWith(TEST_DATABASE_PREFIX)) await client.db(name).dropDatabase();
  await client.close();
}
