/** A rule from draft to in force on the H5 build: on a phone, and on the desktop that an office has. */
import { PHONE } from '../h5/launch';
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { decide, readNewRule, talkItOver, writeDraft } from './make-rules';
import { chooseVillage } from './steps';

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
])('written, talked over, decided, filed, in force: %s', (name, viewport) =>
  onH5({ address: service.address, viewport, name }, async (app) => {
    await app.tab('我的');
    await chooseVillage(app);
    await writeDraft(app);
    await talkItOver(app);
    await decide(app);
    await readNewRule(app);
  }),
);
