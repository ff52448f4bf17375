/** Acting for somebody on the mini-program as WeChat would run it. */
import { type RunningService, startService } from '../service';
import { onWeapp } from '../weapp/on-phone';
import { act, begin, lookAfterThem, stop } from './act-on-behalf';
import { becomes, signInAs } from './steps';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('begun with a consent, done with both names, stopped by herself and by the village', () =>
  onWeapp({ apiBase: service.address, name: 'behalf' }, async (app) => {
    await signInAs(app, '冉桂兰');
    await begin(app);
    await act(app);
    await stop(app);
    await becomes(app, '彭春燕');
    await lookAfterThem(app);
  }));
