import path from 'node:path';
import { launchWeapp, type Weapp } from './launch';

const DIST = path.join(__dirname, '..', '..', 'dist', 'weapp');

/** Runs a journey on the build, opened at `entry`; a picture of where it failed is kept. */
export async function onWeapp(apiBase: string, entry: string, journey: (app: Weapp) => Promise<void>): Promise<void> {
  const app = await launchWeapp({ dist: DIST, apiBase, entry });
  try {
    await journey(app);
  } catch (fault) {
    await app.screenshot('failed');
    await app.abandon();
    throw fault;
  }
  await app.close();
}
