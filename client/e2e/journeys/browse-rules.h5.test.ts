/** The main job on the H5 build, served by the real service, with pictures in normal and large text. */
import { type H5, NARROW_PHONE, PHONE } from '../h5/launch';
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { firstTime, readLarge, readRules, readWithoutSignal, searchRules } from './browse-rules';
import { largeText } from './steps';

/** 大字模式 makes the reading text of a clause this much larger; the design says about 1.4. */
const LARGER = { from: 1.35, to: 1.45 };
const CLAUSE_TEXT = '.clause-view__text';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const onPhone = (name: string, viewport: typeof PHONE, journey: (app: H5) => Promise<void>) =>
  onH5({ address: service.address, viewport, name }, journey);

test('a villager finds and reads the rules of 扎营村', () =>
  onPhone('normal', PHONE, async (app) => {
    await firstTime(app);
    await readRules(app);
    await searchRules(app);
    await readWithoutSignal(app);

    await app.tap('门前三包，垃圾分类');
    const normal = await app.fontSizePx(CLAUSE_TEXT);
    await app.back();
    await readLarge(app);
    await app.tap('门前三包，垃圾分类');
    const ratio = (await app.fontSizePx(CLAUSE_TEXT)) / normal;
    expect(ratio).toBeGreaterThan(LARGER.from);
    expect(ratio).toBeLessThan(LARGER.to);
  }));

test.each([
  ['large', PHONE],
  ['large-narrow', NARROW_PHONE],
])('the same in large text, without scrolling sideways: %s', (name, viewport) =>
  onPhone(name, viewport, async (app) => {
    await largeText(app);
    await app.tab('首页');
    await firstTime(app);
    await readRules(app);
    await searchRules(app);
  }),
);

test('a clause opened by its address offers the village; a broken address leads home', () =>
  onPhone('link', PHONE, async (app) => {
    await firstTime(app);
    await app.tap('看村规');
    await app.tap('护林防火，不在野外用火');
    await app.waitFor('烧烤点只在划定的地方用火');
    const clause = app.path();
    await app.forget();
    await app.restart(clause);
    await app.waitFor('您也是扎营村的吗？');
    await app.tap('是，我是扎营村的');
    await app.waitForNo('您也是扎营村的吗？');

    await app.restart('features/rules/pages/document/index?documentId=nothing');
    await app.waitFor('回首页');
    await app.screenshot('broken-link');
    await app.tap('回首页');
    await app.waitFor('现行村规民约');
  }));
