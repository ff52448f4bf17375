/** Deciding about one's own data on the H5 build, in normal and in large text. */
import { type H5, NARROW_PHONE, PHONE } from '../h5/launch';
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { agreeAndTakeBack, leave, readNotice, seeEverything } from './privacy';
import { largeText, signInAs } from './steps';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const onPhone = (name: string, viewport: typeof PHONE, journey: (app: H5) => Promise<void>) =>
  onH5({ address: service.address, viewport, name }, journey);

test('a villager reads the notice, agrees and takes it back, sees everything, and leaves for good', () =>
  onPhone('privacy', PHONE, async (app) => {
    await signInAs(app, '冉桂兰');
    await readNotice(app);
    await agreeAndTakeBack(app);
    await seeEverything(app);
    await leave(app, '冉桂兰');
    // Somebody else’s account is untouched; this one lets nobody in any more.
    await app.tap('登录');
    await app.waitFor('第 1 版，登录前请看一看');
    await app.tap('冉桂兰');
    await app.waitFor('这个账号已经注销');
  }));

test('the same in large text on a narrow phone, without scrolling sideways', () =>
  onPhone('privacy-large', NARROW_PHONE, async (app) => {
    await largeText(app);
    await signInAs(app, '彭春燕');
    await readNotice(app);
    await agreeAndTakeBack(app);
    await seeEverything(app);
    await leave(app, '彭春燕');
  }));
