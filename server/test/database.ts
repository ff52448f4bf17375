/** The database of a test file: its own, on the one server of the run, so that files can run side by side. */
import { randomBytes } from 'node:crypto';

/** Set by the run itself; set it beforehand to run the tests against another MongoDB, for example a replica set. */
export const TEST_URI_VARIABLE = 'XIANGYUE_TEST_MONGODB_URI';

export const TEST_DATABASE_PREFIX = 'xiangyue_test_';

/** An empty database that nobody else uses. Call it once in a file; again for another empty one. */
export function testDatabase(): { uri: string; name: string } {
  const uri = process.env[TEST_URI_VARIABLE];
  if (uri === undefined) throw new Error(`${TEST_URI_VARIABLE} is not set: run the tests through jest's configuration`);
  return { uri, name: `${TEST_DATABASE_PREFIX}${randomBytes(8).toString('hex')}` };
}
