/** The main job on the mini-program as WeChat would run it: the unmodified build, the real service, the real database. */
import { type RunningService, startService } from '../service';
import type { Weapp } from '../weapp/launch';
import { onWeapp } from '../weapp/on-phone';
import { firstTime, readLarge, readRules, readWithoutSignal, searchRules } from './browse-rules';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** WeChat advises at most 256 kB a call; a page of words needs a quarter of that at most. */
const LARGEST_SET_DATA_BYTES = 64 * 1024;

const onPhone = (name: string, entry: string, journey: (app: Weapp) => Promise<void>) =>
  onWeapp({ apiBase: service.address, name, entry }, journey);

test('a villager finds and reads the rules of 扎营村', () =>
  onPhone('normal', '', async (app) => {
    expect(await app.packages()).toEqual([]);
    await firstTime(app);
    expect(await app.packages()).toEqual(['features/regions']);
    await readRules(app);
    expect(await app.packages()).toEqual(['features/regions', 'features/rules']);
    await searchRules(app);
    await readWithoutSignal(app);
    await readLarge(app);
    for (const { largestBytes } of await app.setDataReport()) expect(largestBytes).toBeLessThan(LARGEST_SET_DATA_BYTES);
  }));

test('a clause is passed on, and who opens it is offered the village', async () => {
  let shared = '';
  await onPhone('share', '', async (app) => {
    await firstTime(app);
    await app.tap('看村规');
    await app.tap('护林防火，不在野外用火');
    await app.waitFor('烧烤点只在划定的地方用火');
    await app.tap('转给别人');
    const [card] = (await app.shared()) as { title: string; path: string }[];
    expect(card?.title).toBe('扎营村村规第 6 条：护林防火，不在野外用火');
    shared = card?.path ?? '';
  });
  await onPhone('shared', shared, async (app) => {
    await app.waitFor('烧烤点只在划定的地方用火');
    await app.waitFor('您也是扎营村的吗？');
    await app.screenshot('12-shared-clause');
    await app.tap('是，我是扎营村的');
    await app.waitForNo('您也是扎营村的吗？');
    await app.restart();
    await app.waitFor('现行村规民约');
  });
});

test('a broken link says so and leads home', () =>
  onPhone('broken-link', 'features/rules/pages/document/index?documentId=nothing', async (app) => {
    await app.waitFor('回首页');
    await app.screenshot('13-broken-link');
    await app.tap('回首页');
    await app.waitFor('您是哪个村的？');
  }));
