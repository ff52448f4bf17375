/** A rule from draft to in force on the mini-program as WeChat would run it. */
import path from 'node:path';
import { type RunningService, startService } from '../service';
import { launchWeapp } from '../weapp/launch';
import { decide, readNewRule, talkItOver, writeDraft } from './make-rules';

const DIST = path.join(__dirname, '..', '..', 'dist', 'weapp');

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('written, talked over, decided, filed, in force', async () => {
  const app = await launchWeapp({ dist: DIST, apiBase: service.address, entry: '' });
  try {
    await app.tab('我的');
    await app.tap('选我的村');
    await app.tap('扎营村');
    await writeDraft(app);
    await talkItOver(app);
    await decide(app);
    await readNewRule(app);
  } catch (fault) {
    await app.screenshot('failed');
    await app.abandon();
    throw fault;
  }
  await app.close();
});
