/** Points for tests: 扎营's offices, a claim through every hand, and the day on which it is credited. */
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { AccountsStore } from '../../src/features/points/accounts.store';
import { CreditingService } from '../../src/features/points/crediting.service';
import { seen } from '../answer';
import type { TestApp } from '../app';
import { type SignedIn, signInAs } from '../sign-in';

export const DAY_MS = 24 * 3600_000;
export const TODAY = localDateOf(Date.now());
export const daysAgo = (days: number) => localDateOf(Date.now() - days * DAY_MS);
/** When everything that is published today has been published long enough. */
export const afterPublicity = () => new Date(Date.now() + 17 * DAY_MS);

export const repairOf = (doneOn = daysAgo(1), words = '修好了水龙头') => ({ itemKey: 'repair', doneOn, words });

export interface Offices {
  readonly villager: SignedIn;
  readonly grid: SignedIn;
  readonly leader: SignedIn;
  readonly panel: SignedIn;
  readonly cadre: SignedIn;
  readonly courtyard: SignedIn;
  readonly volunteer: SignedIn;
  readonly town: SignedIn;
}

export async function offices(app: TestApp): Promise<Offices> {
  return {
    villager: await signInAs(app, 'villager'),
    grid: await signInAs(app, 'grid-member'),
    leader: await signInAs(app, 'group-leader'),
    panel: await signInAs(app, 'panel-member'),
    cadre: await signInAs(app, 'cadre'),
    courtyard: await signInAs(app, 'courtyard-head'),
    volunteer: await signInAs(app, 'volunteer-leader'),
    town: await signInAs(app, 'town-office'),
  };
}

/** Asks for the villager's household; the id. */
export async function claimed(who: SignedIn, fields: object = repairOf()): Promise<string> {
  const answer = await who.send('POST', '/api/me/points/claims', fields);
  expect(seen(answer)).toEqual([200]);
  return answer.body.id;
}

export const review = (who: SignedIn, claimId: string, stage: 'group' | 'panel', revision: number, more: object = {}) =>
  who.send('POST', `/api/points/claims/${claimId}/reviews`, { revision, stage, approves: true, words: '', ...more });

/** Through both looks; then it is published. */
export async function published({ leader, panel }: Offices, claimId: string): Promise<void> {
  expect(seen(await review(leader, claimId, 'group', 0))).toEqual([200]);
  expect(seen(await review(panel, claimId, 'panel', 1))).toEqual([200]);
}

export const object = (who: SignedIn, claimId: string, words = '那天没看见他家的人') =>
  who.send('POST', `/api/points/claims/${claimId}/objections`, { words });

export const answer = (who: SignedIn, claimId: string, objectionId: string, fields: object) =>
  who.send('POST', `/api/points/claims/${claimId}/objections/${objectionId}/answer`, { words: '核实过了', ...fields });

/** The clock's work, some days from now. */
export const credit = (app: TestApp, at = afterPublicity()) => app.service.use(CreditingService).creditDue(at);

export const accountOf = async (who: SignedIn) => (await who.get('/api/me/points')).body.account;

/** The state in which the claim stands for its household. */
export async function stateOf(who: SignedIn, claimId: string): Promise<string> {
  const { body } = await who.get('/api/me/points/claims');
  return body.claims.find(({ id }: { id: string }) => id === claimId)?.state;
}

/** The household's entries that came of a claim, as `[kind, points]`. */
export async function entriesOf(app: TestApp, householdId: string, claimId: string): Promise<[string, number][]> {
  const accounts = app.service.use(AccountsStore);
  const all = await accounts.listOf(householdId);
  const whole = await Promise.all(all.map(({ year }) => accounts.find(householdId, year)));
  return whole
    .flatMap((account) => account?.entries ?? [])
    .filter((entry) => entry.claimId === claimId)
    .map(({ kind, points }) => [kind, points]);
}
