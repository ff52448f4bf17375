/** A question to the village's lawyer, on the web. */
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { answer, ask, thank } from './ask-lawyer';
import { chooseVillage } from './steps';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('asked, answered, thanked', () =>
  onH5({ address: service.address, name: 'question' }, async (app) => {
    await chooseVillage(app);
    await ask(app);
    await answer(app);
    await thank(app);
  }));
