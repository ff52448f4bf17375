/** Against fraud on the H5 build, on a phone and, for the desks, on a desktop. */
import { PHONE } from '../h5/launch';
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { askAndAnswer, firstMinutes, publishAndTell, readAndCheck } from './antifraud';
import { chooseVillage } from './steps';

let service: RunningService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

test('read, checked, asked, answered', () =>
  onH5({ address: service.address, viewport: PHONE, name: 'antifraud' }, async (app) => {
    await readAndCheck(app);
    await firstMinutes(app);
    await askAndAnswer(app);
  }));

test('published and sent to the village from a desk', () =>
  onH5({ address: service.address, viewport: { width: 1280, height: 800 }, name: 'antifraud-desk' }, async (app) => {
    await app.tab('我的');
    await chooseVillage(app);
    await publishAndTell(app);
  }));
