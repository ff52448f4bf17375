/** The desks at which a rule is made: load → rule → one guarded write. Who may call is decided by the contract's access. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { findingsThatStop } from '@xiangyue/shared/features/rules/clause-check.rules';
import {
  EFFECT_MAX_DAYS,
  isPeriodRunning,
  MOVES,
  type MoveName,
  type Mover,
  moveFrom,
  PERIOD_MAX_DAYS,
  PERIOD_MIN_DAYS,
  PUBLISHED_STATES,
  STATE_NAMES,
} from '@xiangyue/shared/features/rules/life.rules';
import { mistakesIn, reckon } from '@xiangyue/shared/features/rules/meeting.rules';
import type { ruleWorkContract } from '@xiangyue/shared/features/rules/work.contract';
import { holdsRoleWithin } from '@xiangyue/shared/kernel/access.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import type { FieldError } from '@xiangyue/shared/kernel/problem';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { Database } from '../../platform/database/database';
import { Files } from '../../platform/files/files';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';
import { RuleCommentsStore } from './rule-comments.store';
import type { Clause, HeldMeeting, Reviewer } from './rule-documents.store';
import { type MoveWrite, type RuleInMaking, RuleWorkStore } from './rule-work.store';

type Contract = typeof ruleWorkContract;
type Input<Name extends keyof Contract> = InputOf<Contract[Name]>;
type Moved = OutputOf<Contract['submit']>;

const DAY_MS = 24 * 3600_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class RuleWorkService {
  @Inject()
  private readonly store!: RuleWorkStore;

  @Inject()
  private readonly comments!: RuleCommentsStore;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly files!: Files;

  /** Regions above a document, for the gate. Problems: `rules.documentUnknown`. */
  async regionPathOf(documentId: string): Promise<readonly string[]> {
    const path = await this.store.regionPathOf(documentId);
    if (!path) throw problem('rules.documentUnknown');
    return path;
  }

  /** What is under way in the region and below it. */
  async openDocuments(regionId: string): Promise<OutputOf<Contract['openDocuments']>> {
    const documents = await this.store.listOpen(regionId);
    const names = await this.regions.namesOf(documents.map(({ villageId }) => villageId));
    return {
      documents: documents.map((document) => ({
        ...document,
        villageName: names.get(document.villageId) ?? '',
        changedAt: document.changedAt.toISOString(),
      })),
    };
  }

  /** Problems: `regions.villageUnknown`, `rules.documentUnknown`, `rules.draftExists`. */
  async createDraft(
    actor: Actor,
    { villageId, title, basedOn }: Input<'createDraft'>,
    key: string,
    now: Date,
  ): Promise<OutputOf<Contract['createDraft']>> {
    const village = await this.regions.requireVillage(villageId);
    const id = idFromKey(actor.personId, 'rules.draft', key);
    const base = basedOn === undefined ? null : await this.store.find(basedOn);
    if (basedOn !== undefined && (base?.villageId !== villageId || !isPublished(base)))
      throw problem('rules.documentUnknown');
    const made = await this.store.insertDraft({
      id,
      villageId,
      regionPath: village.path,
      title,
      lineageId: base?.lineageId ?? id,
      version: base ? (await this.store.latestVersion(base.lineageId)) + 1 : 1,
      basedOn: base?.id ?? null,
      clauses: base?.clauses ?? [],
      at: now,
    });
    if (!made) throw problem('rules.draftExists');
    return { id, revision: 0 };
  }

  /** The whole of a document's making; the comments only counted. Problems: `rules.documentUnknown`. */
  async work(documentId: string, now: Date): Promise<OutputOf<Contract['work']>> {
    const rule = await this.require(documentId);
    const { work } = rule;
    const people = [...work.reviews, ...work.history].map(({ by }) => by);
    const [names, regions, comments, photos] = await Promise.all([
      this.identity.namesOf(people),
      this.regions.namesOf([rule.villageId]),
      this.comments.count(documentId),
      this.files.photos(
        work.meetings.flatMap(({ photoIds }) => photoIds),
        now,
      ),
    ]);
    const nameOf = (personId: string) => (personId === 'clock' ? '到了日子' : (names.get(personId) ?? ''));
    return {
      ...rule,
      ...work,
      comments,
      villageName: regions.get(rule.villageId) ?? '',
      reviews: work.reviews.map((review) => ({ ...review, byName: nameOf(review.by), at: review.at.toISOString() })),
      meetings: work.meetings.map(({ photoIds, ...meeting }) => ({
        ...meeting,
        recordedAt: meeting.recordedAt.toISOString(),
        photos: photos.filter(({ id }) => photoIds.includes(id)),
      })),
      history: work.history.map((entry) => ({ ...entry, byName: nameOf(entry.by), at: entry.at.toISOString() })),
    };
  }

  /** Problems: `rules.documentUnknown`, `rules.movedOn`, `rules.moveForbidden`. */
  async saveDraft(input: Input<'saveDraft'>, now: Date): Promise<OutputOf<Contract['saveDraft']>> {
    const clauses = input.clauses.map((clause, i): Clause => ({ ...clause, number: i + 1 }));
    const draft = { title: input.title, clauses, explanations: input.explanations };
    if (await this.store.saveDraft(input.documentId, input.revision, draft, now))
      return { revision: input.revision + 1 };
    const rule = await this.require(input.documentId);
    throw rule.state === 'draft'
      ? problem('rules.movedOn')
      : problem('rules.moveForbidden', { state: STATE_NAMES[rule.state] });
  }

  /** Problems: those of a move, `rules.draftIncomplete`, `rules.clausesRefused`, `rules.periodWrong`. */
  async announce(actor: Actor, input: Input<'announce'>, now: Date): Promise<Moved> {
    const rule = await this.requireMovable(input, 'announce', 'cadre');
    assertComplete(rule);
    assertClausesPass(rule);
    const earliest = localDateOf(now.getTime() + PERIOD_MIN_DAYS * DAY_MS);
    const latest = localDateOf(now.getTime() + PERIOD_MAX_DAYS * DAY_MS);
    if (input.until < earliest || input.until > latest)
      throw problem('rules.periodWrong', { minDays: PERIOD_MIN_DAYS, maxDays: PERIOD_MAX_DAYS });
    const changes = { until: input.until, reviews: [] };
    return this.move(rule, { move: 'announce', by: actor.personId, at: now, changes });
  }

  /** Problems: those of a move, `rules.periodRunning`, `rules.commentsUnanswered`. */
  async submit(actor: Actor, input: Input<'submit'>, now: Date): Promise<Moved> {
    const rule = await this.requireMovable(input, 'submit', 'cadre');
    // Comments come in until the last day is over, so none can arrive after they have been counted.
    if (isPeriodRunning(rule.work.until, localDateOf(now.getTime()))) throw problem('rules.periodRunning');
    const { waiting, unanswered } = await this.comments.count(rule.id);
    if (waiting + unanswered > 0) throw problem('rules.commentsUnanswered', { count: waiting + unanswered });
    return this.move(rule, { move: 'submit', by: actor.personId, at: now, changes: { reviews: [] } });
  }

  /** The second approval moves the document on. Problems: those of a move, `rules.reviewedAlready`, `rules.reviewerTwice`. */
  async approve(actor: Actor, input: Input<'approve'>, now: Date): Promise<Moved> {
    const rule = await this.requireMovable(input, 'approve', input.as);
    assertHolds(actor, input.as, rule, now);
    const { reviews } = rule.work;
    if (reviews.some(({ as }) => as === input.as)) throw problem('rules.reviewedAlready');
    if (reviews.some(({ by }) => by === actor.personId)) throw problem('rules.reviewerTwice');
    const review = { as: input.as, by: actor.personId, words: input.words, at: now };
    if (reviews.length > 0)
      return this.move(rule, {
        move: 'approve',
        by: actor.personId,
        at: now,
        why: input.words,
        changes: { reviews: [...reviews, review] },
      });
    if (!(await this.store.note(rule.id, seenOf(rule), { review }, now))) throw problem('rules.movedOn');
    return { state: rule.state, revision: rule.work.revision + 1 };
  }

  /** Problems: those of a move. */
  async sendBack(actor: Actor, input: Input<'sendBack'>, now: Date): Promise<Moved> {
    const rule = await this.requireMovable(input, 'sendBack', input.as);
    assertHolds(actor, input.as, rule, now);
    return this.move(rule, { move: 'sendBack', by: actor.personId, at: now, why: input.why });
  }

  /** Counts the meeting; only its numbers decide what follows. Problems: those of a move, `rules.clausesRefused`, `rules.meetingWrong`. */
  async recordMeeting(
    actor: Actor,
    { documentId, revision, heldOn, photoIds, ...count }: Input<'recordMeeting'>,
    now: Date,
  ): Promise<OutputOf<Contract['recordMeeting']>> {
    const rule = await this.requireMovable({ documentId, revision }, 'adopt', 'cadre');
    assertClausesPass(rule);
    const mistakes: FieldError[] = mistakesIn(count).map(({ field, message }) => ({ path: field, message }));
    if (heldOn > localDateOf(now.getTime())) mistakes.push({ path: 'heldOn', message: '会议的日子还没有到' });
    if (mistakes.length > 0) throw problem('rules.meetingWrong', undefined, { errors: mistakes });
    const { outcome } = reckon(count);
    const meeting: HeldMeeting = { ...count, heldOn, outcome, recordedAt: now, by: actor.personId, photoIds };
    const evidence = { kind: 'rules.meeting', id: `${rule.id}/${revision}/${actor.personId}` };
    await this.files.attach(photoIds, evidence, actor.personId, now);
    try {
      return { ...(await this.keepMeeting(rule, meeting, now)), outcome };
    } catch (error) {
      await this.files.release(evidence, now);
      throw error;
    }
  }

  private async keepMeeting(rule: RuleInMaking, meeting: HeldMeeting, now: Date): Promise<Moved> {
    const { outcome, heldOn, by } = meeting;
    if (outcome === 'noQuorum') {
      // Nothing was decided: another meeting may be called.
      if (!(await this.store.note(rule.id, seenOf(rule), { meeting }, now))) throw problem('rules.movedOn');
      return { state: rule.state, revision: rule.work.revision + 1 };
    }
    const changes = outcome === 'passed' ? { meeting, adoptedOn: heldOn } : { meeting };
    return this.move(rule, { move: outcome === 'passed' ? 'adopt' : 'reject', by, at: now, changes });
  }

  /** Problems: those of a move, `rules.effectiveDateWrong`, `rules.filingNumberTaken`. */
  async file(actor: Actor, input: Input<'file'>, now: Date): Promise<Moved> {
    const rule = await this.requireMovable(input, 'file', 'townOffice');
    const { number, effectiveFrom } = input;
    if (
      effectiveFrom < localDateOf(now.getTime()) ||
      effectiveFrom > localDateOf(now.getTime() + EFFECT_MAX_DAYS * DAY_MS)
    )
      throw problem('rules.effectiveDateWrong');
    const filing = { number, effectiveFrom, clauses: rule.clauses, townshipId: rule.regionPath.at(-2) ?? '' };
    const moved = await this.move(rule, { move: 'file', by: actor.personId, at: now, changes: { filing } });
    // Readers already go by the days; this spares them the wait for the clock, which would do it again after a crash.
    await this.store.closeEarlier(rule.lineageId, rule.version, effectiveFrom);
    return moved;
  }

  /** A plain move with its reason. Problems: those of a move. */
  async moveWithReason(
    actor: Actor,
    move: 'refuseFiling' | 'reopen' | 'withdraw',
    input: Input<'reopen'>,
    now: Date,
  ): Promise<Moved> {
    const rule = await this.requireMovable(input, move, move === 'refuseFiling' ? 'townOffice' : 'cadre');
    return this.move(rule, { move, by: actor.personId, at: now, why: input.why });
  }

  /** The day has come: what the dates say is written into the documents. Repeating is harmless. */
  async takeEffect(now: Date): Promise<void> {
    for (const { lineageId, version, effectiveFrom } of await this.store.listFiled())
      await this.store.closeEarlier(lineageId, version, effectiveFrom);
    await this.store.takeEffect(localDateOf(now.getTime()), now);
  }

  private async require(documentId: string): Promise<RuleInMaking> {
    const rule = await this.store.find(documentId);
    if (!rule) throw problem('rules.documentUnknown');
    return rule;
  }

  /** The document as the mover saw it, in a state from which this move is allowed. */
  private async requireMovable(
    { documentId, revision }: { documentId: string; revision: number },
    move: MoveName,
    mover: Mover,
  ): Promise<RuleInMaking> {
    const rule = await this.require(documentId);
    if (moveFrom(rule.state, move, mover) === null)
      throw problem('rules.moveForbidden', { state: STATE_NAMES[rule.state] });
    if (rule.work.revision !== revision) throw problem('rules.movedOn');
    return rule;
  }

  private async move(rule: RuleInMaking, write: MoveWrite): Promise<Moved> {
    try {
      if (!(await this.store.move(rule.id, seenOf(rule), write))) throw problem('rules.movedOn');
    } catch (error) {
      throw Database.isDuplicateKey(error) ? problem('rules.filingNumberTaken') : error;
    }
    return { state: MOVES[write.move].to, revision: rule.work.revision + 1 };
  }
}

/** The route lets both reviewers in; which of them somebody is, is asked here. */
function assertHolds(actor: Actor, role: Reviewer, { regionPath }: RuleInMaking, now: Date): void {
  if (!holdsRoleWithin(actor.grants, [role], regionPath, now.getTime())) throw problem('access.outOfScope');
}

function seenOf({ state, work }: RuleInMaking) {
  return { state, revision: work.revision };
}

function isPublished({ state }: RuleInMaking): boolean {
  return (PUBLISHED_STATES as readonly string[]).includes(state);
}

function assertComplete({ clauses }: RuleInMaking): void {
  if (clauses.length === 0)
    throw problem('rules.draftIncomplete', undefined, { errors: [{ path: 'clauses', message: '至少写一条' }] });
  const errors = clauses.flatMap(({ title, text }, i) => [
    ...(title === '' ? [{ path: `clauses.${i}.title`, message: `第 ${i + 1} 条还没有标题` }] : []),
    ...(text === '' ? [{ path: `clauses.${i}.text`, message: `第 ${i + 1} 条还没有内容` }] : []),
  ]);
  if (errors.length > 0) throw problem('rules.draftIncomplete', undefined, { errors });
}

/** No refused wording goes to the villagers or to a vote, and no warned one without its reason. */
function assertClausesPass({ clauses, work }: RuleInMaking): void {
  const errors = findingsThatStop(clauses, work.explanations).map(({ index, finding }) => ({
    path: `clauses.${index}.${finding.field}`,
    message: `第 ${index + 1} 条“${finding.quote}”：${finding.title}（${finding.law.law}${finding.law.article}）`,
  }));
  if (errors.length > 0) throw problem('rules.clausesRefused', undefined, { errors });
}
