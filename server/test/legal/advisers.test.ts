/** Who advises a village, what they say about themselves, and the file of their service. */

import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import ExcelJS from 'exceljs';
import { LegalService } from '../../src/features/legal/legal.service';
import { seen } from '../answer';
import { holderOf, startApp, type TestApp } from '../app';
import { plainPhoto } from '../files/pictures';
import { sendPhoto } from '../forms';
import { type SignedIn, signInAs } from '../sign-in';

let app: TestApp;
let adviser: SignedIn;
let cadre: SignedIn;
let town: SignedIn;
beforeAll(async () => {
  app = await startApp();
  adviser = await signInAs(app, 'legal-adviser');
  cadre = await signInAs(app, 'cadre');
  town = await signInAs(app, 'town-office');
});
afterAll(() => app.stop());

const profile = {
  office: '桃源律师事务所',
  licence: '15001202000000000',
  sinceYear: 2014,
  languages: ['普通话', '酉阳话'],
  intro: '有事先问。',
};
const today = () => localDateOf(Date.now());
const entry = { kind: 'lecture', minutes: 90, onSite: true, words: '讲民法典' };

test('the page of a village names its adviser; a village without one names none; an unknown one is told so', async () => {
  const { status, body } = await app.get('/api/villages/zhaying/advisers');
  expect([status, body.villageName, body.advisers.map(({ name }: { name: string }) => name)]).toEqual([
    200,
    '扎营村',
    ['黄敏'],
  ]);
  expect((await app.get('/api/villages/yaoling/advisers')).body.advisers).toEqual([]);
  expect(seen(await app.get('/api/villages/nowhere/advisers'))).toEqual([404, 'regions.villageUnknown']);
  expect(seen(await app.get(`/api/advisers/${cadre.personId}`))).toEqual([404, 'legal.adviserUnknown']);
});

test('an adviser writes about themselves, with a picture that is their own; nobody else does', async () => {
  const mine = await sendPhoto(adviser, await plainPhoto(1), 'legal.adviser');
  const saved = await adviser.send('PUT', '/api/me/adviser', { ...profile, photoIds: [mine.body.id] });
  expect(seen(saved)).toEqual([200]);
  const { body } = await app.get(`/api/advisers/${adviser.personId}`);
  expect(body).toMatchObject({ ...profile, name: '黄敏', photo: { id: mine.body.id } });
  expect(body.villages.map(({ id }: { id: string }) => id)).toEqual(['zhaying', 'hongxi']);
  const foreign = await sendPhoto(cadre, await plainPhoto(2), 'legal.adviser');
  expect(seen(await adviser.send('PUT', '/api/me/adviser', { ...profile, photoIds: [foreign.body.id] }))).toEqual([
    404,
    'files.unknown',
  ]);
  expect(seen(await cadre.send('PUT', '/api/me/adviser', profile))).toEqual([403, 'legal.notAdviser']);
  // The picture that was put in the place of another waits to be forgotten.
  await adviser.send('PUT', '/api/me/adviser', profile);
  expect((await app.get(`/api/advisers/${adviser.personId}`)).body.photo).toBeNull();
});

test('the town sets what a year asks; figures follow the log', async () => {
  expect(
    seen(await town.send('PUT', '/api/villages/hongxi/adviser-target', { hours: 40, visits: 24, lectures: null })),
  ).toEqual([200]);
  const legal = app.service.use(LegalService);
  const service = { key: 'question/1/answer', adviserId: adviser.personId, villageId: 'hongxi', minutes: 20 } as const;
  const at = new Date();
  const noted = await Promise.all(Array.from({ length: 20 }, () => legal.note({ ...service, kind: 'answer', at })));
  expect(noted.filter(Boolean)).toEqual([true]);
  await adviser.send('POST', '/api/villages/hongxi/adviser-log', { ...entry, on: today() });
  const { body } = await adviser.get('/api/villages/hongxi/adviser-log');
  expect(body).toMatchObject({
    village: { id: 'hongxi', name: '红溪村' },
    target: { hours: 40, visits: 24, lectures: null },
    figures: { minutes: 110, visits: 1, lectures: 1, answers: 1, entries: 2 },
    next: null,
  });
  expect(body.entries.map(({ words, own, byName }: Record<string, unknown>) => [words, own, byName]).sort()).toEqual([
    ['解答问题', false, '黄敏'],
    ['讲民法典', true, '黄敏'],
  ]);
});

test('an entry is of this year or the last, can be taken back by its author, and what happened by itself stays', async () => {
  const path = '/api/villages/hongxi/adviser-log';
  expect(seen(await adviser.send('POST', path, { ...entry, on: daysAfter(today(), 1) }))).toEqual([
    422,
    'legal.entryDateWrong',
  ]);
  expect(seen(await adviser.send('POST', path, { ...entry, on: '2020-01-01' }))).toEqual([422, 'legal.entryDateWrong']);
  expect(seen(await cadre.send('POST', '/api/villages/zhaying/adviser-log', { ...entry, on: today() }))).toEqual([
    403,
    'access.outOfScope',
  ]);
  const { body } = await adviser.get(path);
  for (const { id, own } of body.entries)
    expect(seen(await adviser.send('DELETE', `${path}/${id}`))).toEqual(own ? [200] : [404, 'legal.entryUnknown']);
  expect((await adviser.get(path)).body.figures.entries).toBe(1);
});

test('who is adviser of where', async () => {
  const legal = app.service.use(LegalService);
  const now = new Date();
  expect(await legal.advisersOf('hongxi', now)).toEqual([{ personId: adviser.personId, name: '黄敏' }]);
  expect(await legal.advises(adviser.personId, 'zhaying', now)).toBe(true);
  expect(await legal.advises(adviser.personId, 'yaoling', now)).toBe(false);
  expect(await legal.villagesOf(cadre.personId, now)).toEqual([]);
});

test('the file of a village and a year, as a workbook', async () => {
  const response = await fetch(`${app.service.address}/api/villages/zhaying/adviser-log/file?year=2026`, {
    headers: { authorization: `Bearer ${town.token}` },
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const [log, year] = workbook.worksheets;
  expect([log?.name, year?.name]).toEqual(['服务记录', '全年']);
  const asked = (await town.get('/api/villages/zhaying/adviser-log?year=2026')).body;
  expect((log?.rowCount ?? 0) - 1).toBe(asked.figures.entries);
  expect(year?.getRow(3).values).toEqual([undefined, '到村', `${asked.figures.visits} 天`, '12 天']);
});

test('the person finds what is kept, and erasing leaves the file without a profile', async () => {
  const holder = holderOf(app, 'legal');
  const [first] = await holder.gather(adviser.personId);
  expect(first).toEqual({
    律所: profile.office,
    执业证号: profile.licence,
    会说的话: profile.languages,
    介绍: profile.intro,
  });
  const told = await holder.erase(adviser.personId, new Date());
  expect(await holder.erase(adviser.personId, new Date())).toEqual(told);
  expect((await app.get(`/api/advisers/${adviser.personId}`)).body.office).toBe('');
});
