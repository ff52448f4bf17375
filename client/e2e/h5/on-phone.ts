import { existsSync } from 'node:fs';
import path from 'node:path';
import { H5_DIST } from '../builds';
import { type H5, type H5Options, launchH5 } from './launch';

/** Runs a journey on the build that the service serves; a picture of where it failed is kept. */
export async function onH5(options: H5Options, journey: (app: H5) => Promise<void>): Promise<void> {
  const page = path.join(H5_DIST, 'index.html');
  if (!existsSync(page)) throw new Error(`${page} is missing: build the H5 app first`);
  const app = await launchH5(options);
  try {
    await journey(app);
  } catch (fault) {
    await app.keepPicture('failed');
    await app.abandon();
    throw fault;
  }
  await app.close();
}
