/** 我的编号: found only by a code that the person shows, for ten minutes. */
import { PERSON_CODE_MS } from '@xiangyue/shared/features/identity/person-code.rules';
import { PersonCodesService } from '../../src/features/identity/person-codes.service';
import { AccessLog } from '../../src/platform/access-log/access-log';
import { seen } from '../answer';
import { startApp, type TestApp } from '../app';
import { actorOf } from '../factories';
import { newcomer, type SignedIn, signInAs } from '../sign-in';

const OFFICE = actorOf('01kdvdna000000000000000000');

let app: TestApp;
let villager: SignedIn;
beforeAll(async () => {
  app = await startApp();
  villager = await signInAs(app, 'villager');
});
afterAll(() => app.stop());

const show = async (who: SignedIn) => (await who.send('POST', '/api/me/code')).body as { code: string; name: string };
const find = async (code: string) =>
  (await signInAs(app, 'cadre')).send('POST', '/api/regions/zhaying/person-codes', { code });

test('who shows a code is found by it, as it is typed or scanned', async () => {
  const { code, name } = await show(villager);
  expect(name).toBe('冉桂兰');
  const found = { personId: villager.personId, personName: '冉桂兰' };
  for (const given of [code, ` ${code.toUpperCase()} `, `xiangyue://person/${code}`])
    expect((await find(given)).body).toEqual(found);
});

test('the look is written down for the person', async () => {
  const person = await newcomer(app, 'looked-at');
  await person.send('PUT', '/api/me/name', { name: '田秀英' });
  await find((await show(person)).code);
  const looks = await app.service.use(AccessLog).looksAtPerson(person.personId, 10);
  expect(looks.map(({ what, times }) => [what, times])).toEqual([['凭您出示的编号看了您的姓名', 1]]);
});

test('a newer code is in the place of the one before', async () => {
  const { code } = await show(villager);
  const newer = await show(villager);
  expect((await find(code)).body.code).toBe('identity.codeUnknown');
  expect((await find(newer.code)).status).toBe(200);
});

test('twenty asked for at once leave one that is good', async () => {
  const person = await newcomer(app, 'many-codes');
  await person.send('PUT', '/api/me/name', { name: '田秀英' });
  const now = new Date();
  const service = app.service.use(PersonCodesService);
  const actor = actorOf(person.personId);
  const shown = await Promise.all(Array.from({ length: 20 }, () => service.show(actor, now)));
  const good = await Promise.all(
    shown.map(({ code }) =>
      service.find(OFFICE, code, now).then(
        ({ personName }) => personName,
        () => null,
      ),
    ),
  );
  expect(good.filter((name) => name !== null)).toEqual(['田秀英']);
});

test('after ten minutes it is nobody’s', async () => {
  const shownAt = new Date();
  const service = app.service.use(PersonCodesService);
  const { code } = await service.show(actorOf(villager.personId), shownAt);
  const after = (ms: number) => service.find(OFFICE, code, new Date(shownAt.getTime() + ms));
  await expect(after(PERSON_CODE_MS - 1)).resolves.toEqual({ personId: villager.personId, personName: '冉桂兰' });
  await expect(after(PERSON_CODE_MS)).rejects.toMatchObject({ code: 'identity.codeUnknown' });
});

test('whoever has no name yet shows none', async () => {
  const answer = await (await newcomer(app, 'nameless')).send('POST', '/api/me/code');
  expect(seen(answer)).toEqual([409, 'identity.nameMissing']);
});

test.each([['00000000'], ['short'], ['']])('a code of nobody: %j', async (code) => {
  const answer = await find(code);
  expect(seen(answer)).toEqual([404, 'identity.codeUnknown']);
});

test('codes are not to be found by trying', async () => {
  const officer = await signInAs(app, 'town-office');
  const tries = Array.from({ length: 12 }, () =>
    officer.send('POST', '/api/regions/banxi/person-codes', { code: '00000000' }),
  );
  const codes = (await Promise.all(tries)).map(({ body }) => body.code);
  expect(codes).toContain('request.tooMany');
});
