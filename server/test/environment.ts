/** What every process of the service must be told, as a test tells it: one database, one folder, keys of its own. */
import { join } from 'node:path';

/** Set by the run itself: the folder that it removes at its end. */
export const TEST_FOLDER_VARIABLE = 'XIANGYUE_TEST_FOLDER';

/** Production refuses to start without keys; these open nothing outside of a test. */
const FILES_KEY = 'files-key-of-the-tests'.padEnd(32, '.');
const PERSONAL_DATA_KEY = Buffer.alloc(32, 'the tests').toString('base64');

/** Processes that are given the same database share their photos too. */
export function environmentOf({ uri, name }: { uri: string; name: string }) {
  const folder = process.env[TEST_FOLDER_VARIABLE];
  if (folder === undefined)
    throw new Error(`${TEST_FOLDER_VARIABLE} is not set: run the tests through jest's configuration`);
  return { MONGODB_URI: uri, MONGODB_DATABASE: name, FILES_DIR: join(folder, name), FILES_KEY, PERSONAL_DATA_KEY };
}
