/** The access log on the real engine: nobody looks unseen, and nobody drowns in it. */

import { AccessLog } from '../../src/platform/access-log/access-log';
import type { Look } from '../../src/platform/access-log/looks.store';
import { collectionOf, startApp, type TestApp } from '../app';
import { actorOf, anId } from '../factories';

let app: TestApp;
let log: AccessLog;
beforeAll(async () => {
  app = await startApp();
  log = app.service.use(AccessLog);
});
afterAll(() => app.stop());

const NOW = new Date('2026-03-01T10:20:00+08:00');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const cadre = () => actorOf(anId(), [{ role: 'cadre', regionId: 'zhaying', endsAtMs: NOW.getTime() + 1 }]);
const rows = () => collectionOf(app, 'looks');

test('one entry says who, in which office, when and what, and is kept for three years', async () => {
  const actor = cadre();
  const person = anId();
  await log.record({ actor, subjectIds: [person], what: '打开了户籍资料', now: NOW });
  const [entry] = await log.looksAt([person], 10);
  expect(entry).toEqual({
    id: entry?.id,
    actorId: actor.personId,
    offices: [{ role: 'cadre', regionId: 'zhaying' }],
    subjectIds: [person],
    what: '打开了户籍资料',
    firstAt: NOW,
    lastAt: NOW,
    times: 1,
  });
  expect((await rows().findOne({ subjectIds: person }))?.expiresAt).toEqual(new Date('2029-03-01T10:20:00+08:00'));
});

test('20 of the same at once are one entry of 20 times; the next hour is another, and so is another deed', async () => {
  const actor = cadre();
  const person = anId();
  const look = (what: string, now: Date) => log.record({ actor, subjectIds: [person, person], what, now });
  await Promise.all(Array.from({ length: 20 }, (_, i) => look('打开了户籍资料', at(i))));
  await look('打开了户籍资料', at(60));
  await look('改了电话', at(61));
  const entries = await log.looksAt([person], 10);
  expect(entries.map(({ what, times }) => [what, times])).toEqual([
    ['改了电话', 1],
    ['打开了户籍资料', 1],
    ['打开了户籍资料', 20],
  ]);
  expect(entries[2]?.lastAt).toEqual(at(19));
});

test('one’s own data is no look; among others only they are told', async () => {
  const actor = cadre();
  const other = anId();
  await log.record({ actor, subjectIds: [actor.personId], what: '打开了户籍资料', now: NOW });
  await log.record({ actor, subjectIds: [actor.personId, other], what: '打开了名单', now: NOW });
  expect(await log.looksAt([actor.personId], 10)).toEqual([]);
  expect((await log.looksAt([other], 10))[0]?.subjectIds).toEqual([other]);
});

test('an export of a village is one document, found by everybody who lives there', async () => {
  const actor = cadre();
  const [person, neighbour, household] = [anId(), anId(), anId()];
  log.registerSubjects(async (personId) =>
    personId === neighbour ? [] : [household, 'youyang', 'banxi', 'village-of-export'],
  );
  await log.record({ actor, subjectIds: ['village-of-export'], what: '导出了全村的花名册', now: NOW });
  await log.record({ actor, subjectIds: [household], what: '打开了一户的资料', now: at(1) });
  expect((await log.looksAtPerson(person, 10)).map(({ what }) => what)).toEqual([
    '打开了一户的资料',
    '导出了全村的花名册',
  ]);
  expect(await log.looksAtPerson(neighbour, 10)).toEqual([]);
  expect(await rows().countDocuments({ actorId: actor.personId })).toBe(2);
});

test('pages follow each other without a gap or a repeat, also within one millisecond', async () => {
  const person = anId();
  for (let i = 0; i < 7; i++)
    await log.record({ actor: cadre(), subjectIds: [person], what: '打开了名单', now: at(i < 4 ? 0 : i) });
  const all = await log.looksAt([person], 10);
  const paged = [];
  for (let page = await log.looksAt([person], 3); page.length > 0; ) {
    paged.push(...page);
    const { firstAt, id } = page.at(-1) as Look;
    page = await log.looksAt([person], 3, { at: firstAt, id });
  }
  expect(all).toHaveLength(7);
  expect(paged).toEqual(all);
});

test.each([
  ['more subjects than one can be shown', { subjectIds: Array.from({ length: 101 }, (_, i) => `p${i}`) }],
  ['no words for it', { what: '' }],
  ['more than a line', { what: '长'.repeat(41) }],
])('a mistake of the caller: %s', async (_what, mistake) => {
  const look = { actor: cadre(), subjectIds: [anId()], what: '打开了名单', now: NOW, ...mistake };
  await expect(log.record(look)).rejects.toThrow(RangeError);
});
