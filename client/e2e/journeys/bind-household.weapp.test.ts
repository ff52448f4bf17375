/** Binding to a household in the mini-program, where the card is scanned. */
import { type RunningService, startService } from '../service';
import { onWeapp } from '../weapp/on-phone';
import { codeOfHerFamily, sayWhoSheIs, seeHerHousehold, signInAsNewcomer } from './bind-household';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('by scanning the card', () =>
  onWeapp({ apiBase: service.address, name: 'household' }, async (app) => {
    await signInAsNewcomer(app);
    const code = await codeOfHerFamily(service.address);
    await app.answer('scanCode', {
      result: `${service.address}/#/features/households/pages/bind/index?code=${code}`,
    });
    await app.tap('扫户卡');
    await sayWhoSheIs(app);
    await seeHerHousehold(app);
  }));
