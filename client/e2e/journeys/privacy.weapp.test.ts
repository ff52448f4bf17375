/** Deciding about one's own data on the mini-program as WeChat would run it. */
import { type RunningService, startService } from '../service';
import { onWeapp } from '../weapp/on-phone';
import { agreeAndTakeBack, leave, readNotice, seeEverything } from './privacy';
import { signInAs } from './steps';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('a villager reads the notice, agrees and takes it back, sees everything, and leaves for good', () =>
  onWeapp({ apiBase: service.address, name: 'privacy' }, async (app) => {
    await signInAs(app, '冉桂兰');
    await readNotice(app);
    await agreeAndTakeBack(app);
    await seeEverything(app);
    await leave(app, '冉桂兰');
  }));
