/** Keeping the register on the mini-program as WeChat would run it. */
import { type RunningService, startService } from '../service';
import { onWeapp } from '../weapp/on-phone';
import { addHousehold, correctSomebody, divide } from './keep-register';
import { becomes } from './steps';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('a forgotten household, somebody put right, a family that divides', () =>
  onWeapp({ apiBase: service.address, name: 'register' }, async (app) => {
    await becomes(app, '冉光明');
    await addHousehold(app);
    await correctSomebody(app);
    await divide(app);
  }));
