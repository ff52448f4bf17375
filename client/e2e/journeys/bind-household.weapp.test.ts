/** Binding to a household in the mini-program, where the card is scanned. */
import path from 'node:path';
import { type RunningService, startService } from '../service';
import { launchWeapp } from '../weapp/launch';
import { codeOfHerFamily, sayWhoSheIs, seeHerHousehold, signInAsNewcomer } from './bind-household';

const DIST = path.join(__dirname, '..', '..', 'dist', 'weapp');

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('by scanning the card', async () => {
  const app = await launchWeapp({ dist: DIST, apiBase: service.address, entry: '' });
  try {
    await signInAsNewcomer(app);
    const code = await codeOfHerFamily(service.address);
    await app.answer('scanCode', {
      result: `${service.address}/#/features/households/pages/bind/index?code=${code}`,
    });
    await app.tap('扫户卡');
    await sayWhoSheIs(app);
    await seeHerHousehold(app);
  } catch (fault) {
    await app.screenshot('failed');
    await app.abandon();
    throw fault;
  }
  await app.close();
});
