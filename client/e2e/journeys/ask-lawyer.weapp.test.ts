/** A question to the village's lawyer, in the mini-program as WeChat would run it. */
import { type RunningService, startService } from '../service';
import { onWeapp } from '../weapp/on-phone';
import { answer, ask, thank } from './ask-lawyer';
import { chooseVillage } from './steps';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('asked, answered, thanked', () =>
  onWeapp({ apiBase: service.address, name: 'question' }, async (app) => {
    await chooseVillage(app);
    await ask(app);
    await answer(app);
    await thank(app);
  }));
