/** Deciding about one's own data on the mini-program as WeChat would run it. */
import path from 'node:path';
import { type RunningService, startService } from '../service';
import { launchWeapp } from '../weapp/launch';
import { agreeAndTakeBack, leave, readNotice, seeEverything, signIn } from './privacy';

const DIST = path.join(__dirname, '..', '..', 'dist', 'weapp');

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('a villager reads the notice, agrees and takes it back, sees everything, and leaves for good', async () => {
  const app = await launchWeapp({ dist: DIST, apiBase: service.address });
  try {
    await signIn(app, '冉桂兰');
    await readNotice(app);
    await agreeAndTakeBack(app);
    await seeEverything(app);
    await leave(app, '冉桂兰');
  } catch (fault) {
    await app.screenshot('failed');
    await app.abandon();
    throw fault;
  }
  await app.close();
});
