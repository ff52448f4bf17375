import { rmSync } from 'node:fs';
import { MongoClient } from 'mongodb';
import { testDatabasePrefix, testUriVariable } from './database';
import type { TestRun } from './global-setup';

export default async function globalTeardown(): Promise<void> {
  const { testRun } = globalThis as { testRun?: TestRun };
  if (testRun === undefined) return dropTestDatabases();
  await testRun.database.stop();
  rmSync(testRun.folder, { recursive: true, force: true });
}

/** On somebody's own MongoDB nothing of ours stays behind. */
async function dropTestDatabases(): Promise<void> {
  const client = await new MongoClient(process.env[testUriVariable] ?? '').connect();
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  for (const { name } of databases) if (name.startsWith(testDatabasePrefix)) await client.db(name).dropDatabase();
  await client.close();
}
