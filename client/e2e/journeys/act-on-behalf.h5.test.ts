/** Acting for somebody on the H5 build, in normal and in large text. */
import { NARROW_PHONE } from '../h5/launch';
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { act, begin, lookAfterThem, stop } from './act-on-behalf';
import { becomes, largeText, signInAs } from './steps';

let service: RunningService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

test('begun with a consent, done with both names, stopped by herself and by the village', () =>
  onH5({ address: service.address, name: 'behalf' }, async (app) => {
    await signInAs(app, '冉桂兰');
    await begin(app);
    await act(app);
    await stop(app);
    await becomes(app, '彭春燕');
    await lookAfterThem(app);
  }));

test('the same in large text on a narrow phone', () =>
  onH5({ address: service.address, viewport: NARROW_PHONE, name: 'behalf-large' }, async (app) => {
    await largeText(app);
    await signInAs(app, '冉桂兰');
    await begin(app);
    await act(app);
    await stop(app);
  }));
