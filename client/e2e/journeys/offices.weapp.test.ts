/** Handing out an office on the mini-program as WeChat would run it. */
import { type RunningService, startService } from '../service';
import { onWeapp } from '../weapp/on-phone';
import { appoint, readTheNews, renameWithoutSignal, showMyCode } from './offices';
import { signInAs, signOut } from './steps';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('from the code to the office to the news, and a name that waits for a signal', () =>
  onWeapp({ apiBase: service.address, name: 'offices' }, async (app) => {
    await signInAs(app, '向秀英');
    const code = await showMyCode(app);
    await signOut(app);
    await signInAs(app, '冉光明');
    await appoint(app, code);
    await app.restart();
    await signOut(app);
    await signInAs(app, '向秀英');
    await readTheNews(app);
    await renameWithoutSignal(app);
  }));
