/** Binding to a household on the web, where the code is typed. */
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { codeOfHerFamily, sayWhoSheIs, seeHerHousehold, signInAsNewcomer } from './bind-household';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('with the code of the card', () =>
  onH5({ address: service.address, name: 'household' }, async (app) => {
    await signInAsNewcomer(app);
    await app.tap('输入户卡编码');
    await app.type('.text-field', (await codeOfHerFamily(service.address)).toLowerCase());
    await app.tap('看是哪一户');
    await sayWhoSheIs(app);
    await seeHerHousehold(app);
  }));
