/** A rule from draft to in force on the H5 build: on a phone, and on the desktop that an office has. */
import { type H5, launchH5, PHONE } from '../h5/launch';
import { type RunningService, startService } from '../service';
import { decide, readNewRule, talkItOver, writeDraft } from './make-rules';

const DESKTOP = { width: 1280, height: 800 };

/** Each needs its own village: what one decides, the other would find decided. */
let service: RunningService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

test.each([
  ['rules-phone', PHONE],
  ['rules-desktop', DESKTOP],
])('written, talked over, decided, filed, in force: %s', async (name, viewport) => {
  const app: H5 = await launchH5({ address: service.address, viewport, name });
  try {
    await app.tab('我的');
    await app.tap('选我的村');
    await app.tap('扎营村');
    await writeDraft(app);
    await talkItOver(app);
    await decide(app);
    await readNewRule(app);
  } catch (fault) {
    await app.keepPicture('failed');
    await app.abandon();
    throw fault;
  }
  await app.close();
});
