import { WEAPP_DIST } from '../builds';
import { type LaunchOptions, launchWeapp, type Weapp } from './launch';

/** Runs a journey on the build; a picture of where it failed is kept. */
export async function onWeapp(
  options: Omit<LaunchOptions, 'dist'>,
  journey: (app: Weapp) => Promise<void>,
): Promise<void> {
  const app = await launchWeapp({ ...options, dist: WEAPP_DIST });
  try {
    await journey(app);
  } catch (fault) {
    await app.screenshot('failed');
    await app.abandon();
    throw fault;
  }
  await app.close();
}
