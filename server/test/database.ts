/** The database of a test file: its own, on the one server of the run, so that files can run side by side. */
import { randomBytes } from 'node:crypto';

/** Set by the run itself; set it beforehand to run the tests against another MongoDB, for example a replica set. */
export const testUriVariable = 'XIANGYUE_TEST_MONGODB_URI';

export const testDatabasePrefix = 'xiangyue_test_';

/** An empty database that nobody else uses. Call it once in a file; again for another empty one. */
export function testDatabase(): { uri: string; name: string } {
  const uri = process.env[testUriVariable];
  if (uri === undefined) throw new Error(`${testUriVariable} is not set: run the tests through jest's configuration`);
  return { uri, name: `${testDatabasePrefix}${randomBytes(8).toString('hex')}` };
}
