import { type H5, type H5Options, launchH5 } from './launch';

/** Runs a journey; a picture of where it failed is kept. */
export async function onH5(options: H5Options, journey: (app: H5) => Promise<void>): Promise<void> {
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
