/** The demo township is seeded once for all journeys; each then begins with a copy of it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SEEDED_VARIABLE, startServiceIn } from './service';

export default async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'xiangyue-e2e-seeded-'));
  process.env[SEEDED_VARIABLE] = folder;
  await (await startServiceIn(folder)).stop();
}
