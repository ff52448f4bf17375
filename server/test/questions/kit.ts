/** The people around a question, for tests: each names only what it is about. */
import { randomBytes } from 'node:crypto';
import type { Role } from '@xiangyue/shared/kernel/access';
import { IdentityService } from '../../src/features/identity/identity.service';
import { type GrantRecord, PeopleStore } from '../../src/features/identity/people.store';
import { QuestionsJobs } from '../../src/features/questions/questions.jobs';
import { ThreadsStore } from '../../src/features/questions/threads.store';
import { Pace } from '../../src/platform/pace/pace';
import { collectionOf, type TestApp } from '../app';
import { anId } from '../factories';
import { type SignedIn, signInAs, withToken } from '../sign-in';

const HOUR_MS = 3600_000;
export const hoursFromNow = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

export interface Around {
  readonly asker: SignedIn;
  /** 扎营村's adviser, who also advises 红溪村. */
  readonly adviser: SignedIn;
  readonly town: SignedIn;
  readonly county: SignedIn;
}

export async function openAround(app: TestApp): Promise<Around> {
  // More people come from the test's one address than one address may send in a minute.
  const pace = app.service.use(Pace);
  jest.spyOn(pace, 'admitAddress').mockResolvedValue();
  jest.spyOn(pace, 'admitPerson').mockResolvedValue();
  const [asker, adviser, town, county] = await Promise.all(
    ['villager', 'legal-adviser', 'town-office', 'county'].map((identity) => signInAs(app, identity)),
  );
  return { asker, adviser, town, county } as Around;
}

/** Somebody new who holds a role at a place. */
export function somebodyWith(app: TestApp, role: Role, regionPath: string[], name = '试'): Promise<SignedIn> {
  const now = new Date();
  const regionId = regionPath.at(-1) as string;
  const endsAt = hoursFromNow(10_000);
  return signInNew(app, name, [{ id: anId(), role, regionId, regionPath, grantedBy: anId(), grantedAt: now, endsAt }]);
}

/** A villager nobody has seen before: a day's questions of their own. */
export function somebody(app: TestApp): Promise<SignedIn> {
  return signInNew(app, `田${randomBytes(2).toString('hex')}`, []);
}

async function signInNew(app: TestApp, name: string, grants: GrantRecord[]): Promise<SignedIn> {
  const id = anId();
  const now = new Date();
  await app.service.use(PeopleStore).put([{ id, name, accounts: [`test:${id}`], createdAt: now, grants }]);
  const { token } = await app.service.use(IdentityService).startSession(id, 'demo', now);
  return withToken(app, token, id);
}

export const ask = (who: SignedIn, body: object = {}, villageId = 'zhaying', key?: string) =>
  who.send('POST', `/api/villages/${villageId}/questions`, { topic: 'land', text: '邻居占了我家的田坎', ...body }, key);

/** The id of a question that somebody new has asked. */
export async function asked(app: TestApp, villageId = 'zhaying'): Promise<{ asker: SignedIn; id: string }> {
  const asker = await somebody(app);
  const { body } = await ask(asker, {}, villageId);
  return { asker, id: body.id };
}

/** Does something with a thread: `step(who, id, 'close')`. */
export const step = (who: SignedIn, id: string, what: string, body?: object, key?: string) =>
  who.send('POST', `/api/questions/${id}/${what}`, body, key);
export const say = (who: SignedIn, id: string, text = '您好', key?: string) => step(who, id, 'messages', { text }, key);
export const read = async (who: SignedIn, id: string) => (await who.get(`/api/questions/${id}`)).body;

/** Lets the clock's job look as it would so many hours from now. */
export const lookIn = (app: TestApp, hours: number) =>
  app.service.use(QuestionsJobs).clock({ now: hoursFromNow(hours), heartbeat: async () => undefined });

/** The code by which somebody lets themselves be added. */
export const codeOf = async (who: SignedIn) => (await who.send('POST', '/api/me/code')).body.code as string;

/** What somebody was told about a thread, or about their desk: kinds in order. */
export async function told(app: TestApp, { personId }: SignedIn, about: string): Promise<string[]> {
  const rows = await collectionOf(app, 'messages').find({ personId, about }).sort({ _id: 1 }).toArray();
  return rows.map(({ kind }) => String(kind));
}

/** What is stored of a thread. */
export async function stored(app: TestApp, id: string) {
  const thread = await app.service.use(ThreadsStore).find(id);
  if (!thread) throw new Error(`no thread ${id}`);
  return thread;
}
