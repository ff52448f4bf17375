/** Keeping the register on the H5 build, at a desk. */
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { addHousehold, correctSomebody, divide } from './keep-register';
import { becomes } from './steps';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('a forgotten household, somebody put right, a family that divides', () =>
  onH5({ address: service.address, viewport: { width: 1280, height: 900 }, name: 'register' }, async (app) => {
    await becomes(app, '冉光明');
    await addHousehold(app);
    await correctSomebody(app);
    await divide(app);
  }));
