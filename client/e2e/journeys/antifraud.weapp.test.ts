/** Against fraud on the mini-program as WeChat would run it. */
import { type RunningService, startService } from '../service';
import { onWeapp } from '../weapp/on-phone';
import { askAndAnswer, firstMinutes, publishAndTell, readAndCheck } from './antifraud';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('read, checked, asked, answered, published and sent', () =>
  onWeapp({ apiBase: service.address, name: 'antifraud' }, async (app) => {
    await readAndCheck(app);
    await firstMinutes(app);
    await askAndAnswer(app);
    await publishAndTell(app);
  }));
