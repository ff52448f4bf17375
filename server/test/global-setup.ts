/** One embedded database for the whole run, in a folder of its own that is removed afterwards. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningDatabase, startDatabase } from '../database/start-database';
import { TEST_URI_VARIABLE } from './database';
import { TEST_FOLDER_VARIABLE } from './environment';

/** Jest calls setup and teardown in one process, each with its own copy of the modules: globalThis is what they share. */
export interface TestRun {
  /** Missing where somebody runs the tests against a MongoDB of their own. */
  database?: RunningDatabase;
  folder: string;
}

export default async function globalSetup(): Promise<void> {
  buildEngineProcess();
  const folder = mkdtempSync(path.join(tmpdir(), 'xiangyue-test-'));
  process.env[TEST_FOLDER_VARIABLE] = folder;
  const testRun: TestRun = { folder };
  Object.assign(globalThis, { testRun });
  if (process.env[TEST_URI_VARIABLE]) return;
  const onProgress = (sentence: string) => process.stderr.write(`${sentence}\n`);
  testRun.database = await startDatabase({ dir: path.join(folder, 'db'), onProgress });
  process.env[TEST_URI_VARIABLE] = testRun.database.uri;
}

/** The engine's process runs compiled code: built here when it is older than its source, so that a plain `jest` works. */
function buildEngineProcess(): void {
  const server = path.join(__dirname, '..');
  const sources = path.join(server, 'database');
  const built = (source: string) => path.join(server, 'dist/database', source.replace(/\.ts$/, '.js'));
  const changedAt = (file: string) => statSync(file).mtimeMs;
  const isStale = (source: string) =>
    !existsSync(built(source)) || changedAt(built(source)) < changedAt(path.join(sources, source));
  if (!readdirSync(sources).some(isStale)) return;
  const swc = require.resolve('@swc/cli/bin/swc.js');
  const args = ['database', '-d', 'dist', '--config-file', '../.swcrc', '--quiet'];
  execFileSync(process.execPath, [swc, ...args], { cwd: server });
}
