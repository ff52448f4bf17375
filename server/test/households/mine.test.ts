/** My household, and what the database keeps of it. */
import { HouseholdsStore } from '../../src/features/households/households.store';
import { Sealing } from '../../src/platform/sealing/sealing';
import { collectionOf, holderOf, startApp, type TestApp } from '../app';
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
        ['田维明', 'head', true, false, false, 'home'],
        ['冉桂兰', 'spouse', false, true, true, 'home'],
        ['田兴华', 'son', false, false, false, 'away'],
        ['彭丽', 'daughterInLaw', false, false, false, 'away'],
        ['田雨桐', 'grandchild', false, false, false, 'home'],
      ].map(([name, relation, isHead, isMe, isBound, residence]) => ({
        ...{ id: expect.any(String), name, relation, isHead, isMe, isBound, residence },
        phoneMasked: isMe ? expect.stringMatching(/^199\*{4}\d{4}$/) : null,
      })),
      amHead: false,
      cardIssuedOn: '2026-01-05',
      kin: [],
      revision: 1,
    },
    request: null,
  });
});

test('somebody who is bound to none has none', async () => {
  const newcomer = await signInAs(app, 'newcomer');
  expect((await newcomer.get('/api/me/household')).body).toEqual({ household: null, request: null });
});

test('the demo: 扎营 in its full size, and no personal number readable in the database', async () => {
  const rows = await collectionOf(app, 'households').find().toArray();
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

test('give me my data, and delete me: the account lets go, the register stays the village’s', async () => {
  const { personId } = await signInAs(app, 'panel-member');
  const holder = holderOf(app, 'households');
  const [registration] = await holder.gather(personId);
  expect(registration).toEqual({
    户: expect.stringMatching(/^扎营村2组 \d{3} 号$/),
    姓名: '杨昌富',
    与户主的关系: '户主',
    出生日期: '1963-12-24',
    常住: '在家',
    身份证号: expect.stringMatching(/^50020019631224\d{3}[\dX]$/),
    手机号: expect.stringMatching(/^1990000\d{4}$/),
    绑定时间: '2026-01-05T02:00:00.000Z',
  });
  const first = await holder.erase(personId, new Date());
  expect(await holder.erase(personId, new Date())).toEqual(first);
  expect(await holder.gather(personId)).toEqual([]);
});
