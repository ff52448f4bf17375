/**
 * Every route with every role, inside and outside its region: generated from the contracts, so that no route can be
 * forgotten. The same table is docs/access.md; `UPDATE_DOCS=1 npm test -- --only server` writes it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesContract } from '@xiangyue/shared/features/files/files.contract';
import { ROLE_NAMES, ROLES, type Role } from '@xiangyue/shared/kernel/access';
import { seedId } from '../../seeds/seed-id';
import { IdentityService } from '../../src/features/identity/identity.service';
import { PeopleStore } from '../../src/features/identity/people.store';
import type { MountedRoute } from '../../src/platform/http/implement';
import { Pace } from '../../src/platform/pace/pace';
import { startApp, type TestApp } from '../app';
import { anId } from '../factories';
import { type SignedIn, withToken } from '../sign-in';

const DOC = join(__dirname, '../../../docs/access.md');
const INSIDE = ['youyang', 'banxi', 'zhaying'];
const OUTSIDE = ['youyang', 'banxi', 'hongxi'];
/** A good value for every part of a path, in the region INSIDE. */
const PARAMS: Readonly<Record<string, string>> = {
  regionId: 'zhaying',
  villageId: 'zhaying',
  townshipId: 'banxi',
  documentId: '01kdvdna00tvnk8xja67qa94wn',
  clauseKey: 'c1',
  commentId: '01kdvdna000000000000000000',
  questionId: '01kdvdna000000000000000000',
  personId: '01kdvdna000000000000000000',
  householdId: seedId('households/zhaying/001'),
  memberId: '01kdvdna000000000000000000',
  kinId: '01kdvdna000000000000000000',
  requestId: '01kdvdna000000000000000000',
  caseId: '01kdvdna000000000000000000',
  delegationId: '01kdvdna000000000000000000',
  campaignId: '01kdvdna000000000000000000',
  grantId: '01kdvdna000000000000000000',
  importId: '01kdvdna000000000000000000',
  signInId: '01kdvdna000000000000000000',
  messageId: '01kdvdna000000000000000000',
  sessionId: 'x'.repeat(43),
  purpose: 'photos',
  hostId: '01kdvdna000000000000000000',
  bookingId: '01kdvdna000000000000000000',
  week: '2026-03-02',
  adviserId: '01kdvdna000000000000000000',
  entryId: '01kdvdna000000000000000000',
  childId: '01kdvdna000000000000000000',
  claimId: seedId('points/claims/zhaying/001/0'),
  orderId: '01kdvdna000000000000000000',
  goodsId: '01kdvdna000000000000000000',
  objectionId: '01kdvdna000000000000000000',
};

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  // Every route with every role is more than one address or one person may ask in a minute.
  const pace = app.service.use(Pace);
  jest.spyOn(pace, 'admitAddress').mockResolvedValue();
  jest.spyOn(pace, 'admitPerson').mockResolvedValue();
});
afterAll(() => app.stop());

/** A person with one role at one place, and a session. */
async function holder(role: Role | undefined, regionPath: string[]): Promise<SignedIn> {
  const id = anId();
  const now = new Date();
  const grants = role && [
    {
      id: anId(),
      role,
      regionId: regionPath.at(-1) as string,
      regionPath,
      grantedBy: id,
      grantedAt: now,
      endsAt: new Date(now.getTime() + 60_000),
    },
  ];
  await app.service
    .use(PeopleStore)
    .put([{ id, name: '试', accounts: [`test:${id}`], createdAt: now, grants: grants ?? [] }]);
  const { token } = await app.service.use(IdentityService).startSession(id, 'demo', now);
  return withToken(app, token, id);
}

const pathOf = ({ route }: MountedRoute) =>
  `/api${route.path.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = PARAMS[name];
    if (value === undefined) throw new Error(`the access test needs a value for ':${name}'`);
    return value;
  })}`;

const call = (who: SignedIn, mounted: MountedRoute) =>
  mounted.route.method === 'GET' ? who.get(pathOf(mounted)) : who.send(mounted.route.method, pathOf(mounted), {});

/** Whether the gate let the request through; what the route itself then said does not matter here. */
const admitted = ({ status, body }: { status: number; body: { code?: string } }) =>
  status !== 401 && body.code !== 'access.outOfScope';

test('without a session only public routes answer', async () => {
  for (const mounted of app.service.routes) {
    const answer = await app.send(mounted.route.method, pathOf(mounted));
    expect([mounted.name, answer.body.code === 'session.missing']).toEqual([
      mounted.name,
      mounted.route.access !== 'public',
    ]);
  }
});

test('a person without any role reaches what is public or their own, and nothing else', async () => {
  const somebody = await holder(undefined, []);
  for (const mounted of app.service.routes.filter(({ name }) => name !== 'identity.signOut')) {
    expect([mounted.name, admitted(await call(somebody, mounted))]).toEqual([
      mounted.name,
      typeof mounted.route.access === 'string',
    ]);
  }
});

describe.each(ROLES)('%s', (role) => {
  test('reaches exactly the routes that name the role, inside the region and from above', async () => {
    for (const place of [INSIDE, INSIDE.slice(0, 2), INSIDE.slice(0, 1)]) {
      const who = await holder(role, place);
      for (const mounted of scoped()) {
        const { access } = mounted.route;
        const names = typeof access === 'object' && access.roles.includes(role);
        expect([mounted.name, place.at(-1), admitted(await call(who, mounted))]).toEqual([
          mounted.name,
          place.at(-1),
          names,
        ]);
      }
    }
  });

  test('reaches none of them from a region beside or below', async () => {
    for (const place of [OUTSIDE, [...INSIDE, 'zhaying-3']]) {
      const who = await holder(role, place);
      for (const mounted of scoped())
        expect([mounted.name, admitted(await call(who, mounted))]).toEqual([mounted.name, false]);
    }
  });
});

const scoped = () => app.service.routes.filter(({ route }) => typeof route.access === 'object');

test('docs/access.md is this table', () => {
  const generated = accessTable(app.service.routes);
  if (process.env.UPDATE_DOCS) writeFileSync(DOC, generated);
  expect(readFileSync(DOC, 'utf8')).toBe(generated);
});

function accessTable(routes: readonly MountedRoute[]): string {
  const rows = routes.map(({ name, route }) => {
    const who =
      route.access === 'public'
        ? '任何人'
        : route.access === 'signedIn'
          ? '登录的人，只见自己的'
          : `${route.access.roles.map((role) => ROLE_NAMES[role]).join('、')}（在 \`${route.access.param}\` 所在的地方任职）`;
    return `| \`${route.method} ${route.path}\` | ${name} | ${route.summary} | ${who} |`;
  });
  const { path, method, summary } = filesContract.upload;
  rows.push(`| \`${method} ${path}\` | files.upload | ${summary} | 登录的人，只见自己的 |`);
  return [
    '# 谁能做什么',
    '',
    '由测试从约定（contract）生成，请勿手改：`UPDATE_DOCS=1 npm test -- --only server`。`demo.` 开头的只在演示模式下存在。',
    '',
    '| 接口（在 /api 之下） | 名称 | 做什么 | 谁 |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
