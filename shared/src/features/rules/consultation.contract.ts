/**
 * The announced period: villagers say what they think of each clause. What is shown to the village has been looked at by the
 * village's desk; what is not shown has its reason. The poll is an opinion and decides nothing: the law knows no vote by phone.
 */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate, regionId } from '../../kernel/fields';
import { clause, clauseKey } from './clause.fields';
import { RULE_STATES } from './life.rules';

export const COMMENT_MAX_CHARACTERS = 500;
/** Comments of one person on one document; whoever has more to say comes to the village office. */
export const COMMENTS_A_PERSON = 20;
/** Comments on one document that a page shows; a village has some 1,900 people. */
const COMMENTS_SHOWN_MAX = 2_000;

export const POLL_CHOICES = { agree: '赞成', change: '要改', unsure: '说不准' } as const;
export const ANSWER_RESULTS = { takenUp: '采纳', partly: '部分采纳', notTakenUp: '没有采纳' } as const;

const pollChoice = z.enum(['agree', 'change', 'unsure']);
const answerResult = z.enum(['takenUp', 'partly', 'notTakenUp']);

const answer = z.object({ result: answerResult, words: z.string(), at: instant });

const comment = z.object({
  id: documentId,
  /** null: on the whole document. */
  clauseKey: clauseKey.nullable(),
  text: z.string(),
  at: instant,
  /** The name of whoever wanted it shown; null: 一位村民. */
  author: z.string().nullable(),
  /** For whom somebody else wrote, in outline: 冉**. */
  onBehalfOf: z.string().nullable(),
  answer: answer.nullable(),
});

/** As its author and the desk see it: with what the desk has said about it. */
const lookedAt = comment.extend({ look: z.enum(['waiting', 'shown', 'held']), heldWhy: z.string().nullable() });

/** How many said what about a clause. */
const poll = z.object({
  agree: z.int().nonnegative(),
  change: z.int().nonnegative(),
  unsure: z.int().nonnegative(),
});

const consultedClause = clause.extend({ poll });

const ofDocument = z.object({ documentId });
const ofComment = z.object({ documentId, commentId: documentId });
const forCadre = only(['cadre'], 'ruleDocument', 'documentId');
const words = z.string().trim().min(1, '请填写').max(COMMENT_MAX_CHARACTERS, `最多 ${COMMENT_MAX_CHARACTERS} 个字`);

export const ruleConsultationContract = {
  announced: route({
    method: 'GET',
    path: '/villages/:villageId/rules/announced',
    summary: '一个村正在征求意见、审核和表决的村规',
    access: 'public',
    params: z.object({ villageId: regionId }),
    output: z.object({
      documents: z
        .array(
          z.object({
            id: documentId,
            title: z.string(),
            version: z.int().positive(),
            state: z.enum(RULE_STATES),
            until: localDate.nullable(),
            clauseCount: z.int().nonnegative(),
          }),
        )
        .max(200),
    }),
    problems: ['regions.villageUnknown'],
    publicForS: 10,
  }),
  consultation: route({
    method: 'GET',
    path: '/rules/:documentId/consultation',
    summary: '一份草案的各条、村民的意见和答复、每条的民意',
    access: 'public',
    params: ofDocument,
    output: z.object({
      id: documentId,
      villageId: regionId,
      villageName: z.string(),
      title: z.string(),
      version: z.int().positive(),
      state: z.enum(RULE_STATES),
      until: localDate.nullable(),
      /** Whether comments and opinions are taken now. */
      isOpen: z.boolean(),
      clauses: z.array(consultedClause),
      comments: z.array(comment).max(COMMENTS_SHOWN_MAX),
    }),
    problems: ['rules.documentUnknown'],
  }),
  comment: route({
    method: 'POST',
    path: '/rules/:documentId/comments',
    summary: '对草案提意见',
    access: 'signedIn',
    params: ofDocument,
    body: z.object({
      clauseKey: clauseKey.nullable(),
      text: words,
      /** Show my name with it. */
      named: z.boolean(),
      /** By which I write down what somebody without a phone says (代办). */
      delegationId: documentId.optional(),
    }),
    output: z.object({ id: documentId }),
    problems: [
      'rules.documentUnknown',
      'rules.consultationClosed',
      'rules.clauseUnknown',
      'rules.commentsTooMany',
      'rules.notOfVillage',
      'delegations.unknown',
      'delegations.notYours',
      'delegations.ended',
      'delegations.officeOver',
    ],
  }),
  mine: route({
    method: 'GET',
    path: '/rules/:documentId/mine',
    summary: '我对这份草案提的意见和表的态',
    access: 'signedIn',
    params: ofDocument,
    output: z.object({
      comments: z.array(lookedAt).max(COMMENTS_A_PERSON),
      opinions: z.array(z.object({ clauseKey, choice: pollChoice })),
    }),
    problems: ['rules.documentUnknown'],
  }),
  sayOpinion: route({
    method: 'PUT',
    path: '/rules/:documentId/opinions/:clauseKey',
    summary: '对一条表个态（只是民意，不是表决）',
    access: 'signedIn',
    params: z.object({ documentId, clauseKey }),
    body: z.object({ choice: pollChoice }),
    /** The clause's poll with this opinion in it; what everyone reads may be some seconds older. */
    output: z.object({ poll }),
    problems: ['rules.documentUnknown', 'rules.consultationClosed', 'rules.clauseUnknown'],
    idempotency: 'natural',
  }),
  commentsDesk: route({
    method: 'GET',
    path: '/rules/:documentId/comments',
    summary: '村里看意见、答复意见',
    access: forCadre,
    params: ofDocument,
    output: z.object({
      comments: z.array(lookedAt).max(COMMENTS_SHOWN_MAX),
    }),
    problems: ['rules.documentUnknown'],
  }),
  look: route({
    method: 'PUT',
    path: '/rules/:documentId/comments/:commentId/look',
    summary: '看过一条意见：公开，或者不公开并说明理由',
    access: forCadre,
    params: ofComment,
    body: z.object({ show: z.boolean(), why: words.optional() }),
    output: z.object({}),
    problems: ['rules.commentUnknown', 'rules.reasonMissing'],
    idempotency: 'natural',
  }),
  answer: route({
    method: 'PUT',
    path: '/rules/:documentId/comments/:commentId/answer',
    summary: '答复一条意见：采纳、部分采纳还是没有采纳，为什么',
    access: forCadre,
    params: ofComment,
    body: z.object({ result: answerResult, words }),
    output: z.object({}),
    problems: ['rules.commentUnknown'],
    idempotency: 'natural',
  }),
};
