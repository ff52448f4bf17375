/** Handing out an office on the H5 build, served by the real service, in normal and large text and on a desktop. */
import { type H5, PHONE } from '../h5/launch';
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { appoint, readTheNews, renameWithoutSignal, showMyCode } from './offices';
import { largeText, signInAs, signOut } from './steps';

let service: RunningService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

const journey = async (app: H5) => {
  await signInAs(app, '向秀英');
  const code = await showMyCode(app);
  await signOut(app);
  await signInAs(app, '冉光明');
  await appoint(app, code);
  await app.restart();
  await signOut(app);
  await signInAs(app, '向秀英');
  await readTheNews(app);
};

test('from the code to the office to the news, and a name that waits for a signal', () =>
  onH5({ address: service.address, viewport: PHONE, name: 'offices' }, async (app) => {
    await journey(app);
    await renameWithoutSignal(app);
  }));

test('the same in large text', () =>
  onH5({ address: service.address, viewport: PHONE, name: 'offices-large' }, async (app) => {
    await largeText(app);
    await journey(app);
  }));
