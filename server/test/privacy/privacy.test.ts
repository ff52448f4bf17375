/** What a person may know: the notice, everything that is kept, and who looked. */
import { AccessLog } from '../../src/platform/access-log/access-log';
import { startApp, type TestApp } from '../app';
import { actorOf } from '../factories';
import { signInAs } from '../sign-in';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('the notice is public, has a version, and tells every purpose with its law', async () => {
  const { status, body } = await app.get('/api/privacy/notice');
  expect(status).toBe(200);
  expect(body).toMatchObject({ version: 1, effectiveOn: '2026-11-24' });
  const titles = body.sections.map(({ title }: { title: string }) => title);
  expect(titles).toEqual([
    '一句话',
    '谁在处理',
    '登录和办事',
    '认定您是哪一户的人',
    '请人代办',
    '预约时留电话',
    '上传照片',
    '公示时写出我的全名',
    '不要什么',
    '放在哪里',
    '谁看过要留名',
    '您的权利',
    '未满十四周岁的孩子',
  ]);
  expect(body.sections[7].paragraphs.at(-1)).toBe('依据：《个人信息保护法》第二十五条');
});

test('everything that is kept, part by part, and nobody else’s', async () => {
  const villager = await signInAs(app, 'villager');
  await villager.send('PUT', '/api/me/consents/base', { version: 1, isGiven: true });
  const cadre = await signInAs(app, 'cadre');
  const { body } = await villager.get('/api/me/data');
  expect(body.personId).toBe(villager.personId);
  const part = (key: string) => body.parts.find((one: { key: string }) => one.key === key);
  expect(part('identity').records[0]).toMatchObject({ 姓名: '冉桂兰', 编号: villager.personId });
  expect(part('consents').records).toEqual([
    { 事项: '登录和办事', 说明的版本: 1, 怎么说: '看过了', 时间: expect.any(String), 谁说的: '本人' },
  ]);
  expect(JSON.stringify(body)).not.toContain(cadre.personId);
});

test('who looked: by name and office, the latest first, page by page', async () => {
  const villager = await signInAs(app, 'villager');
  const cadre = await signInAs(app, 'cadre');
  expect((await villager.get('/api/me/looks')).body).toEqual({ looks: [], next: null });
  const actor = actorOf(cadre.personId, [{ role: 'cadre', regionId: 'zhaying', endsAtMs: 0 }]);
  const start = Date.parse('2026-03-01T10:00:00+08:00');
  for (let i = 0; i < 25; i++)
    await app.service.use(AccessLog).record({
      actor,
      subjectIds: i === 24 ? [villager.personId, 'another'] : [villager.personId],
      what: '打开了户籍资料',
      now: new Date(start + i * 3600_000),
    });
  const first = (await villager.get('/api/me/looks')).body;
  expect(first.looks).toHaveLength(20);
  expect(first.looks[0]).toEqual({
    id: expect.any(String),
    name: '冉光明',
    offices: ['扎营村 村干部'],
    what: '打开了户籍资料',
    scope: 'group',
    firstAt: '2026-03-02T02:00:00.000Z',
    lastAt: '2026-03-02T02:00:00.000Z',
    times: 1,
  });
  const second = (await villager.get(`/api/me/looks?after=${first.next}`)).body;
  expect(second.looks).toHaveLength(5);
  expect(second.next).toBeNull();
  expect(second.looks.at(-1)).toMatchObject({ scope: 'person', firstAt: '2026-03-01T02:00:00.000Z' });
  expect((await cadre.get('/api/me/looks')).body.looks).toEqual([]);
  expect((await villager.get('/api/me/looks?after=x')).body.code).toBe('request.invalid');
  expect((await villager.get('/api/me/data')).body.parts).toContainEqual(
    expect.objectContaining({ key: 'looks', title: '谁看过我的资料' }),
  );
});
