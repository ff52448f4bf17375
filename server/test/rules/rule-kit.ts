/** The people and the steps of making a rule, for tests: each names only what it is about. */
import { randomBytes } from 'node:crypto';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { RuleWorkStore } from '../../src/features/rules/rule-work.store';
import { collectionOf, type TestApp } from '../app';
import { type SignedIn, signInAs } from '../sign-in';

const DAY_MS = 24 * 3600_000;
export const dayFromNow = (days: number) => localDateOf(Date.now() + days * DAY_MS);

export interface Desks {
  readonly cadre: SignedIn;
  readonly town: SignedIn;
  readonly adviser: SignedIn;
  readonly villager: SignedIn;
}

export async function openDesks(app: TestApp): Promise<Desks> {
  const [cadre, town, adviser, villager] = await Promise.all(
    ['cadre', 'town-office', 'legal-adviser', 'villager'].map((identity) => signInAs(app, identity)),
  );
  return { cadre, town, adviser, villager } as Desks;
}

export const aClause = (key: string, text = '垃圾分四样放，不往河里倒。') => ({
  key,
  title: '门前三包',
  text,
  basis: [{ law: '民法典', article: '第八条', gist: '不违背公序良俗。' }],
  consequence: '院落长当面提醒。',
});

export const aMeeting = {
  kind: 'assembly',
  base: 'adults',
  registered: 100,
  excluded: [{ reason: '外出务工联系不上', count: 20 }],
  present: 60,
  womenPresent: 25,
  inFavour: 50,
  against: 5,
  abstaining: 5,
};

/** A draft of 扎营村 with clauses, written by its cadre. */
export async function aDraft({ cadre }: Desks, clauses = [aClause('c1'), aClause('c2')], basedOn?: string) {
  const title = `试一试公约${randomBytes(3).toString('hex')}`;
  const made = await cadre.send('POST', '/api/villages/zhaying/rules/drafts', { title, ...(basedOn && { basedOn }) });
  const { id, revision } = made.body;
  const saved = await cadre.send('PUT', `/api/rules/${id}/draft`, { revision, title, clauses, explanations: [] });
  return { id: id as string, title, revision: saved.body.revision as number };
}

export async function announced(desks: Desks, clauses?: ReturnType<typeof aClause>[], basedOn?: string) {
  const draft = await aDraft(desks, clauses, basedOn);
  const { body } = await desks.cadre.send('POST', `/api/rules/${draft.id}/announce`, {
    revision: draft.revision,
    until: dayFromNow(7),
  });
  return { ...draft, revision: body.revision as number };
}

/** The announced days go by. No clock is turned: the last day is set into the past. */
export async function passPeriod(app: TestApp, id: string): Promise<void> {
  await collectionOf(app, 'ruleDocuments').updateOne({ _id: id }, { $set: { 'work.until': dayFromNow(-1) } });
}

export async function inReview(app: TestApp, desks: Desks, basedOn?: string) {
  const rule = await announced(desks, undefined, basedOn);
  await passPeriod(app, rule.id);
  const { body } = await desks.cadre.send('POST', `/api/rules/${rule.id}/submit`, { revision: rule.revision });
  return { ...rule, revision: body.revision as number };
}

export async function inResolution(app: TestApp, desks: Desks, basedOn?: string) {
  const rule = await inReview(app, desks, basedOn);
  const path = `/api/rules/${rule.id}/approvals`;
  const first = await desks.town.send('POST', path, { revision: rule.revision, as: 'townOffice', words: '可以。' });
  const { body } = await desks.adviser.send('POST', path, {
    revision: first.body.revision,
    as: 'legalAdviser',
    words: '合法。',
  });
  return { ...rule, revision: body.revision as number };
}

export async function adopted(app: TestApp, desks: Desks, basedOn?: string) {
  const rule = await inResolution(app, desks, basedOn);
  const { body } = await desks.cadre.send('POST', `/api/rules/${rule.id}/meetings`, {
    ...aMeeting,
    revision: rule.revision,
    heldOn: dayFromNow(0),
  });
  return { ...rule, revision: body.revision as number };
}

/** Filed, to take effect so many days from now. */
export async function filed(app: TestApp, desks: Desks, days: number, basedOn?: string) {
  const rule = await adopted(app, desks, basedOn);
  const number = `板府备〔2026〕${rule.id.slice(-6)}号`;
  const { body } = await desks.town.send('POST', `/api/rules/${rule.id}/filing`, {
    revision: rule.revision,
    number,
    effectiveFrom: dayFromNow(days),
  });
  return { ...rule, number, revision: body.revision as number };
}

/** What is stored of a document. */
export async function stored(app: TestApp, id: string) {
  const rule = await app.service.use(RuleWorkStore).find(id);
  if (!rule) throw new Error(`no document ${id}`);
  return rule;
}
