/** A rule from draft to in force on the mini-program as WeChat would run it. */
import { type RunningService, startService } from '../service';
import { onWeapp } from '../weapp/on-phone';
import { decide, readNewRule, talkItOver, writeDraft } from './make-rules';
import { chooseVillage } from './steps';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('written, talked over, decided, filed, in force', () =>
  onWeapp({ apiBase: service.address, name: 'rules' }, async (app) => {
    await app.tab('我的');
    await chooseVillage(app);
    await writeDraft(app);
    await talkItOver(app);
    await decide(app);
    await readNewRule(app);
  }));
