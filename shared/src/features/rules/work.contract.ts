/**
 * Making a rule: the desks of the village, the adviser and the town. Every move names the revision that the mover has seen
 * (`revision`); when somebody else was first, it is refused and nothing is lost.
 */
import { z } from 'zod';
import { only, type Role } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate, regionId } from '../../kernel/fields';
import { photo, photoIds } from '../files/files.contract';
import { clauseKey } from './clause.fields';
import { CHECK_NAMES } from './clause-check.rules';
import { MOVE_NAMES, REVIEWERS, RULE_STATES } from './life.rules';
import { BASES, MEETING_KINDS, OUTCOMES } from './meeting.rules';

/** More than any village's rules have; a longer text is not read. */
export const CLAUSES_MAX = 100;
export const TITLE_MAX_CHARACTERS = 40;
export const CLAUSE_TITLE_MAX_CHARACTERS = 30;
export const CLAUSE_TEXT_MAX_CHARACTERS = 1_000;
export const CONSEQUENCE_MAX_CHARACTERS = 500;
export const BASIS_MAX = 5;
export const LAW_MAX_CHARACTERS = 40;
export const ARTICLE_MAX_CHARACTERS = 20;
export const GIST_MAX_CHARACTERS = 120;
/** A reason, the words of a review, an explanation. */
export const WORDS_MAX_CHARACTERS = 500;
/** Moves that are kept; a document that is sent round more often is better begun anew. */
export const HISTORY_MAX = 200;
export const EXCLUSIONS_MAX = 20;
export const EXCLUSION_REASON_MAX_CHARACTERS = 60;
/** Nobody's village is larger. */
export const HEADCOUNT_MAX = 100_000;
const OPEN_DOCUMENTS_LIMIT = 200;
export const FILING_NUMBER_MAX_CHARACTERS = 40;

const text = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`);
const written = (max: number) => text(max).min(1, '请填写');
const words = written(WORDS_MAX_CHARACTERS);
const revision = z.int().nonnegative();

/** A clause as it is being written: it may still be empty. */
const draftClause = z.object({
  key: clauseKey,
  title: text(CLAUSE_TITLE_MAX_CHARACTERS),
  text: text(CLAUSE_TEXT_MAX_CHARACTERS),
  basis: z
    .array(
      z.object({
        law: written(LAW_MAX_CHARACTERS),
        article: written(ARTICLE_MAX_CHARACTERS),
        gist: text(GIST_MAX_CHARACTERS),
      }),
    )
    .max(BASIS_MAX, `最多写 ${BASIS_MAX} 条依据`),
  consequence: text(CONSEQUENCE_MAX_CHARACTERS),
});

const draftClauses = z
  .array(draftClause)
  .max(CLAUSES_MAX, `最多 ${CLAUSES_MAX} 条`)
  .refine((clauses) => new Set(clauses.map(({ key }) => key)).size === clauses.length, '有两条用了同一个编号');

const explanation = z.object({
  clauseKey,
  check: z.enum(CHECK_NAMES),
  /** The words that stay. */
  quote: z.string().min(1).max(CLAUSE_TEXT_MAX_CHARACTERS),
  words,
});

const meetingCount = z.object({
  kind: z.enum(MEETING_KINDS),
  base: z.enum(BASES),
  registered: z.int().nonnegative().max(HEADCOUNT_MAX),
  excluded: z
    .array(z.object({ reason: written(EXCLUSION_REASON_MAX_CHARACTERS), count: z.int().positive().max(HEADCOUNT_MAX) }))
    .max(EXCLUSIONS_MAX),
  present: z.int().nonnegative().max(HEADCOUNT_MAX),
  womenPresent: z.int().nonnegative().max(HEADCOUNT_MAX),
  inFavour: z.int().nonnegative().max(HEADCOUNT_MAX),
  against: z.int().nonnegative().max(HEADCOUNT_MAX),
  abstaining: z.int().nonnegative().max(HEADCOUNT_MAX),
});

const outcome = z.enum(OUTCOMES);

const meeting = meetingCount.extend({
  heldOn: localDate,
  outcome,
  recordedAt: instant,
  /** The signed record. Only the desks see it: it carries names and signatures. */
  photos: z.array(photo),
});

const reviewer = z.enum(REVIEWERS);

const review = z.object({ as: reviewer, byName: z.string(), words: z.string(), at: instant });

const openSummary = z.object({
  id: documentId,
  villageId: regionId,
  villageName: z.string(),
  title: z.string(),
  version: z.int().positive(),
  state: z.enum(RULE_STATES),
  /** When it came into this state or was last written. */
  changedAt: instant,
  /** Last day of the announced period for comments. */
  until: localDate.nullable(),
  clauseCount: z.int().nonnegative(),
  /** Who has approved in this review. */
  reviewedBy: z.array(reviewer),
});

const DESK_ROLES: readonly Role[] = ['cadre', 'legalAdviser', 'townOffice'];
const forDesks = only(DESK_ROLES, 'ruleDocument', 'documentId');
const forCadre = only(['cadre'], 'ruleDocument', 'documentId');
const forReviewers = only(['legalAdviser', 'townOffice'], 'ruleDocument', 'documentId');
const forTown = only(['townOffice'], 'ruleDocument', 'documentId');
const ofDocument = z.object({ documentId });

/** What a move answers: where the document is now. */
const moved = z.object({ state: z.enum(RULE_STATES), revision });

export const ruleWorkContract = {
  openDocuments: route({
    method: 'GET',
    path: '/regions/:regionId/rules/work',
    summary: '这个地方正在起草、审核、表决、备案的村规',
    access: only(DESK_ROLES, 'region', 'regionId'),
    params: z.object({ regionId }),
    output: z.object({ documents: z.array(openSummary).max(OPEN_DOCUMENTS_LIMIT) }),
  }),
  createDraft: route({
    method: 'POST',
    path: '/villages/:villageId/rules/drafts',
    summary: '起草一份新的村规，或者一份现行村规的新版本',
    access: only(['cadre'], 'region', 'villageId'),
    params: z.object({ villageId: regionId }),
    body: z.object({
      title: written(TITLE_MAX_CHARACTERS),
      /** The version in force that this one is to follow; its clauses are taken over. */
      basedOn: documentId.optional(),
    }),
    output: z.object({ id: documentId, revision }),
    problems: ['regions.villageUnknown', 'rules.documentUnknown', 'rules.draftExists'],
  }),
  work: route({
    method: 'GET',
    path: '/rules/:documentId/work',
    summary: '一份村规办到哪一步：各条、意见、审核、会议、备案和经过',
    access: forDesks,
    params: ofDocument,
    output: z.object({
      id: documentId,
      villageId: regionId,
      villageName: z.string(),
      title: z.string(),
      version: z.int().positive(),
      state: z.enum(RULE_STATES),
      revision,
      basedOn: documentId.nullable(),
      clauses: z.array(draftClause),
      explanations: z.array(explanation),
      until: localDate.nullable(),
      reviews: z.array(review),
      meetings: z.array(meeting),
      filingNumber: z.string().nullable(),
      effectiveFrom: localDate.nullable(),
      comments: z.object({
        total: z.int().nonnegative(),
        waiting: z.int().nonnegative(),
        unanswered: z.int().nonnegative(),
      }),
      /** Oldest first. */
      history: z.array(
        z.object({ move: z.enum(MOVE_NAMES), byName: z.string(), at: instant, why: z.string().nullable() }),
      ),
    }),
    problems: ['rules.documentUnknown'],
  }),
  saveDraft: route({
    method: 'PUT',
    path: '/rules/:documentId/draft',
    summary: '保存草案',
    access: forCadre,
    params: ofDocument,
    body: z.object({
      revision,
      title: written(TITLE_MAX_CHARACTERS),
      clauses: draftClauses,
      explanations: z.array(explanation).max(CLAUSES_MAX),
    }),
    output: z.object({ revision }),
    problems: ['rules.documentUnknown', 'rules.movedOn', 'rules.moveForbidden'],
  }),
  announce: route({
    method: 'POST',
    path: '/rules/:documentId/announce',
    summary: '把草案公布出来征求意见',
    access: forCadre,
    params: ofDocument,
    body: z.object({ revision, until: localDate }),
    output: moved,
    problems: [
      'rules.documentUnknown',
      'rules.movedOn',
      'rules.moveForbidden',
      'rules.draftIncomplete',
      'rules.clausesRefused',
      'rules.periodWrong',
    ],
  }),
  submit: route({
    method: 'POST',
    path: '/rules/:documentId/submit',
    summary: '意见都答复完了，送镇和法律顾问审核',
    access: forCadre,
    params: ofDocument,
    body: z.object({ revision }),
    output: moved,
    problems: [
      'rules.documentUnknown',
      'rules.movedOn',
      'rules.moveForbidden',
      'rules.periodRunning',
      'rules.commentsUnanswered',
    ],
  }),
  approve: route({
    method: 'POST',
    path: '/rules/:documentId/approvals',
    summary: '审核通过；镇和法律顾问都通过，才能开会表决',
    access: forReviewers,
    params: ofDocument,
    body: z.object({ revision, as: reviewer, words }),
    output: moved,
    problems: [
      'rules.documentUnknown',
      'rules.movedOn',
      'rules.moveForbidden',
      'rules.reviewedAlready',
      'rules.reviewerTwice',
    ],
  }),
  sendBack: route({
    method: 'POST',
    path: '/rules/:documentId/returns',
    summary: '审核中退回修改',
    access: forReviewers,
    params: ofDocument,
    body: z.object({ revision, as: reviewer, why: words }),
    output: moved,
    problems: ['rules.documentUnknown', 'rules.movedOn', 'rules.moveForbidden'],
  }),
  recordMeeting: route({
    method: 'POST',
    path: '/rules/:documentId/meetings',
    summary: '登记会议表决的结果',
    access: forCadre,
    params: ofDocument,
    body: meetingCount.extend({ revision, heldOn: localDate, photoIds: photoIds.default([]) }),
    output: moved.extend({ outcome }),
    problems: [
      'rules.documentUnknown',
      'rules.movedOn',
      'rules.moveForbidden',
      'rules.clausesRefused',
      'rules.meetingWrong',
      'files.unknown',
      'files.attachedElsewhere',
    ],
  }),
  file: route({
    method: 'POST',
    path: '/rules/:documentId/filing',
    summary: '镇里备案：编号和开始实行的日子',
    access: forTown,
    params: ofDocument,
    body: z.object({
      revision,
      number: written(FILING_NUMBER_MAX_CHARACTERS),
      effectiveFrom: localDate,
    }),
    output: moved,
    problems: [
      'rules.documentUnknown',
      'rules.movedOn',
      'rules.moveForbidden',
      'rules.filingNumberTaken',
      'rules.effectiveDateWrong',
    ],
  }),
  refuseFiling: route({
    method: 'POST',
    path: '/rules/:documentId/filing-returns',
    summary: '备案时退回改正',
    access: forTown,
    params: ofDocument,
    body: z.object({ revision, why: words }),
    output: moved,
    problems: ['rules.documentUnknown', 'rules.movedOn', 'rules.moveForbidden'],
  }),
  reopen: route({
    method: 'POST',
    path: '/rules/:documentId/reopenings',
    summary: '收回来改',
    access: forCadre,
    params: ofDocument,
    body: z.object({ revision, why: words }),
    output: moved,
    problems: ['rules.documentUnknown', 'rules.movedOn', 'rules.moveForbidden'],
  }),
  withdraw: route({
    method: 'POST',
    path: '/rules/:documentId/withdrawal',
    summary: '撤回，不再办',
    access: forCadre,
    params: ofDocument,
    body: z.object({ revision, why: words }),
    output: moved,
    problems: ['rules.documentUnknown', 'rules.movedOn', 'rules.moveForbidden'],
  }),
};
