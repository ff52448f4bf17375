/** Fraud cases: what everybody reads, and the desk that writes them. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  CASE_MOVES,
  CASE_STATE_NAMES,
  isExpiryFine,
  missingIn,
  personalIn,
  sayFinding,
} from '@xiangyue/shared/features/antifraud/case.rules';
import {
  CASE_STAFF_MAX,
  CASES_SHOWN_MAX,
  DESK_CASES_MAX,
  type fraudCasesContract,
} from '@xiangyue/shared/features/antifraud/cases.contract';
import { ANTIFRAUD_STAFF } from '@xiangyue/shared/features/antifraud/staff';
import { ROLE_NAMES } from '@xiangyue/shared/kernel/access';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { GrantsService } from '../identity/grants.service';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';
import { type CaseContent, CasesStore, type FraudCase } from './cases.store';

type Contract = typeof fraudCasesContract;
type Input<Name extends keyof Contract> = InputOf<Contract[Name]>;
type Output<Name extends keyof Contract> = OutputOf<Contract[Name]>;

const EVENT_NAMES = { write: '开始写', ...namesOfMoves() };

@Provide()
@Scope(ScopeEnum.Singleton)
export class CasesService {
  @Inject()
  private readonly store!: CasesStore;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly grants!: GrantsService;

  /** What holds in a village today: its own cases, its town's and its county's. Problems: `regions.villageUnknown`. */
  async cases(villageId: string, now: Date): Promise<Output<'cases'>> {
    const { path } = await this.regions.requireVillage(villageId);
    return {
      cases: await this.present(await this.store.listPublic(path, localDateOf(now.getTime()), CASES_SHOWN_MAX)),
    };
  }

  /** Problems: `antifraud.caseUnknown`, also for one that is not public today. */
  async case(caseId: string, now: Date): Promise<Output<'case'>> {
    const [shown] = await this.present([await this.requirePublic(caseId, now)]);
    return shown as Output<'case'>;
  }

  /** A case that everybody may read today, or `antifraud.caseUnknown`. */
  async requirePublic(caseId: string, now: Date): Promise<FraudCase> {
    const found = await this.store.find(caseId);
    if (found?.state !== 'published' || found.expiresOn < localDateOf(now.getTime()))
      throw problem('antifraud.caseUnknown');
    return found;
  }

  async desk(actor: Actor, regionId: string): Promise<Output<'desk'>> {
    return { cases: await this.presentToDesk(actor, await this.store.list(regionId, DESK_CASES_MAX)) };
  }

  /** Who may answer for a case of this place. */
  async staff(regionId: string, now: Date): Promise<Output<'staff'>> {
    const path = await this.regions.pathOf(regionId);
    const holders = await this.grants.holdersOf(ANTIFRAUD_STAFF, path, now);
    return {
      people: holders
        .slice(0, CASE_STAFF_MAX)
        .map(({ personId, name, role }) => ({ personId, name, roleName: ROLE_NAMES[role] })),
    };
  }

  /** Problems: `antifraud.personalWords`, `antifraud.expiryWrong`, `antifraud.ownerWrong`. */
  async create(
    actor: Actor,
    { regionId, ...content }: Input<'create'>,
    key: string,
    now: Date,
  ): Promise<Output<'create'>> {
    const regionPath = [...(await this.regions.pathOf(regionId))];
    await this.assertFine(content, regionPath, now);
    const id = idFromKey(actor.personId, 'antifraud.case', key);
    await this.store.insert({
      id,
      ...content,
      regionId,
      regionPath,
      state: 'draft',
      revision: 0,
      writerIds: [actor.personId],
      publishedOn: null,
      changedAt: now,
      history: [{ what: 'write', by: actor.personId, at: now, why: null }],
      illustrative: false,
    });
    return { id, revision: 0 };
  }

  /** Problems: `antifraud.caseUnknown`. */
  async deskCase(actor: Actor, { regionId, caseId }: Input<'deskCase'>): Promise<Output<'deskCase'>> {
    const [shown] = await this.presentToDesk(actor, [await this.requireIn(regionId, caseId)]);
    return shown as Output<'deskCase'>;
  }

  /** Problems: `antifraud.caseUnknown`, `antifraud.movedOn`, `antifraud.moveForbidden`, and those of `create`. */
  async save(
    actor: Actor,
    { regionId, caseId, revision, ...content }: Input<'save'>,
    now: Date,
  ): Promise<Output<'save'>> {
    const { regionPath } = await this.requireIn(regionId, caseId);
    await this.assertFine(content, regionPath, now);
    if (await this.store.save(caseId, revision, content, actor.personId, now))
      return { state: 'draft', revision: revision + 1 };
    const { state } = await this.requireIn(regionId, caseId);
    throw state === 'draft'
      ? problem('antifraud.movedOn')
      : problem('antifraud.moveForbidden', { state: CASE_STATE_NAMES[state] });
  }

  /** Every condition is looked at again before a case goes to others: days pass, and owners leave. */
  async move(
    actor: Actor,
    { regionId, caseId, revision, move, why }: Input<'move'>,
    now: Date,
  ): Promise<Output<'move'>> {
    const found = await this.requireIn(regionId, caseId);
    const { from, to, by, needsWhy } = CASE_MOVES[move];
    if (found.revision !== revision) throw problem('antifraud.movedOn');
    if (found.state !== from) throw problem('antifraud.moveForbidden', { state: CASE_STATE_NAMES[found.state] });
    if (by === 'second' && found.writerIds.includes(actor.personId)) throw problem('antifraud.secondPerson');
    if (needsWhy && why === undefined) throw problem('antifraud.reasonMissing');
    if (move === 'submit' || move === 'publish') {
      assertWhole(found);
      await this.assertFine(found, found.regionPath, now);
    }
    const event = { what: move, by: actor.personId, at: now, why: why ?? null };
    const publishedOn = move === 'publish' ? localDateOf(now.getTime()) : undefined;
    if (!(await this.store.move(found, event, publishedOn))) throw problem('antifraud.movedOn');
    return { state: to, revision: revision + 1 };
  }

  /** Readers go by the day themselves; this writes the state and the history. */
  async expire(now: Date): Promise<void> {
    for (const over of await this.store.listOver(localDateOf(now.getTime())))
      await this.store.move(over, { what: 'expire', by: 'clock', at: now, why: null });
  }

  private async requireIn(regionId: string, caseId: string): Promise<FraudCase> {
    const found = await this.store.find(caseId);
    if (!found?.regionPath.includes(regionId)) throw problem('antifraud.caseUnknown');
    return found;
  }

  private async assertFine(content: CaseContent, regionPath: readonly string[], now: Date): Promise<void> {
    const findings = personalIn(content);
    if (findings.length > 0)
      throw problem('antifraud.personalWords', undefined, {
        errors: findings.map((finding) => ({ path: finding.path, message: sayFinding(finding) })),
      });
    if (!isExpiryFine(content.expiresOn, localDateOf(now.getTime()))) throw problem('antifraud.expiryWrong');
    const holders = await this.grants.holdersOf(ANTIFRAUD_STAFF, regionPath, now);
    if (!holders.some(({ personId }) => personId === content.ownerId)) throw problem('antifraud.ownerWrong');
  }

  private async present(cases: readonly FraudCase[]): Promise<Output<'case'>[]> {
    const [regions, names] = await Promise.all([
      this.regions.namesOf(cases.map(({ regionId }) => regionId)),
      this.identity.namesOf(cases.map(({ ownerId }) => ownerId)),
    ]);
    return cases.map((one) => ({
      ...one,
      regionName: regions.get(one.regionId) ?? '',
      ownerName: names.get(one.ownerId) ?? '',
      // Published ones have their day.
      publishedOn: one.publishedOn ?? one.expiresOn,
    }));
  }

  private async presentToDesk(actor: Actor, cases: readonly FraudCase[]): Promise<Output<'deskCase'>[]> {
    const [regions, names] = await Promise.all([
      this.regions.namesOf(cases.map(({ regionId }) => regionId)),
      this.identity.namesOf(cases.flatMap(({ ownerId, history }) => [ownerId, ...history.map(({ by }) => by)])),
    ]);
    return cases.map((one) => ({
      ...one,
      regionName: regions.get(one.regionId) ?? '',
      ownerName: names.get(one.ownerId) ?? '',
      changedAt: one.changedAt.toISOString(),
      hasWritten: one.writerIds.includes(actor.personId),
      history: one.history.map(({ what, by, at, why }) => ({
        what: EVENT_NAMES[what],
        byName: by === 'clock' ? '到了日子' : (names.get(by) ?? ''),
        at: at.toISOString(),
        why,
      })),
    }));
  }
}

function assertWhole(content: CaseContent): void {
  const missing = missingIn(content);
  if (missing.length > 0)
    throw problem('antifraud.caseIncomplete', undefined, {
      errors: missing.map((path) => ({ path, message: '这一项还没有写' })),
    });
}

function namesOfMoves() {
  return Object.fromEntries(Object.entries(CASE_MOVES).map(([move, { name }]) => [move, name])) as Record<
    keyof typeof CASE_MOVES,
    string
  >;
}
