/** My household, and what the database keeps of it. */
import { HouseholdsStore } from '../../src/features/households/households.store';
import { Database } from '../../src/platform/database/database';
import { Sealing } from '../../src/platform/sealing/sealing';
import { startApp, type TestApp } from '../app';
import { signInAs } from '../sign-in';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('a villager sees the household whole, and no number of anybody', async () => {
  const villager = await signInAs(app, 'villager');
  const { body } = await villager.get('/api/me/household');
  expect(body).toEqual({
    household: {
      id: expect.any(String),
      villageId: 'zhaying',
      villageName: '扎营村',
      groupName: '3组',
      courtyardName: '茶园坡',
      number: expect.stringMatching(/^\d{3}$/),
      door: expect.stringMatching(/^茶园坡 \d+ 号$/),
      members: [
        ['田维明', '户主', true, false, false, 'home'],
        ['冉桂兰', '配偶', false, true, true, 'home'],
        ['田兴华', '儿子', false, false, false, 'away'],
        ['彭丽', '儿媳', false, false, false, 'away'],
        ['田雨桐', '孙子女或外孙子女', false, false, false, 'home'],
      ].map(([name, relationName, isHead, isMe, isBound, residence]) => ({
        ...{ id: expect.any(String), name, relationName, isHead, isMe, isBound, residence },
      })),
      amHead: false,
      cardIssuedOn: '2026-01-05',
      revision: 1,
    },
  });
});

test('somebody who is bound to none has none', async () => {
  const newcomer = await signInAs(app, 'newcomer');
  expect((await newcomer.get('/api/me/household')).body).toEqual({ household: null });
});

test('the demo: 扎营 in its full size, and no personal number readable in the database', async () => {
  const rows = await app.service.use(Database).connection.collection('households').find().toArray();
  const zhaying = rows.filter(({ villageId }) => villageId === 'zhaying');
  expect(zhaying.length).toBeGreaterThan(530);
  expect(zhaying.length).toBeLessThan(570);
  const people = zhaying.reduce((sum, { members }) => sum + members.length, 0);
  expect(people).toBeGreaterThan(1_800);
  expect(people).toBeLessThan(2_000);
  expect(JSON.stringify(rows)).not.toMatch(/500200\d{11}|1990000\d{4}/);
  const household = await app.service.use(HouseholdsStore).findByPerson((await signInAs(app, 'villager')).personId);
  const { idNumber } = household?.members[1] ?? {};
  expect(app.service.use(Sealing).open(idNumber?.sealed ?? '')).toMatch(/^50020019620905\d{3}[\dX]$/);
});
