/**
 * Village rules 村规民约: documents of numbered clauses, each with its legal basis and an educative consequence.
 * Rules are made by the villagers' assembly and filed with the town (村民委员会组织法 art. 31); anyone may read them.
 */
import { z } from 'zod';
import { route } from '../../kernel/contract';
import { documentId, localDate, regionId, searchWords } from '../../kernel/fields';
import { fileAnswer } from '../../kernel/transfer';
import { clause, shownState } from './clause.fields';

/** At most this many clauses come back from a search; `more` says that there were others. */
export const SEARCH_LIMIT = 30;
/** Rules in force in one village at once: the compact itself and a few special ones (banquets, fire, water). */
export const IN_FORCE_LIMIT = 20;
/** Versions of one rule: a village that revises every year fills this in a lifetime. */
export const VERSIONS_LIMIT = 60;

const summary = z.object({
  id: documentId,
  villageId: regionId,
  villageName: z.string(),
  title: z.string(),
  /** Counts from 1; a new resolution makes a new version. */
  version: z.int().positive(),
  adoptedOn: localDate,
  effectiveFrom: localDate,
  clauseCount: z.int().nonnegative(),
  /** True for texts that were written for the demo and that no village has adopted; every screen says so. */
  illustrative: z.boolean(),
});

const match = z.object({
  documentId,
  villageId: regionId,
  villageName: z.string(),
  documentTitle: z.string(),
  clauseNumber: z.int().positive(),
  clauseTitle: z.string(),
  text: z.string(),
  /** Stretches of `clauseTitle` and `text` to mark, `[start, end)` in UTF-16 units. */
  titleMarks: z.array(z.tuple([z.int(), z.int()])),
  textMarks: z.array(z.tuple([z.int(), z.int()])),
});

export const rulesContract = {
  inForce: route({
    method: 'GET',
    path: '/villages/:villageId/rules',
    summary: '一个村现行的村规民约',
    access: 'public',
    params: z.object({ villageId: regionId }),
    output: z.object({ documents: z.array(summary).max(IN_FORCE_LIMIT) }),
    problems: ['regions.villageUnknown'],
    publicForS: 60,
  }),
  document: route({
    method: 'GET',
    path: '/rules/:documentId',
    summary: '一份村规民约和它的各条',
    access: 'public',
    params: z.object({ documentId }),
    output: summary.extend({
      clauses: z.array(clause),
      /** How it stands today; a former version stays readable and says what it is. */
      shown: shownState,
      supersededOn: localDate.nullable(),
      /** The town's number of the filing (村民委员会组织法 art. 31). */
      filingNumber: z.string().nullable(),
    }),
    problems: ['rules.documentUnknown'],
    publicForS: 60,
  }),
  pdf: route({
    method: 'GET',
    path: '/rules/:documentId/pdf',
    summary: '一份村规民约的 PDF，可以打印、存下来、发给别人',
    access: 'public',
    params: z.object({ documentId }),
    output: fileAnswer,
    problems: ['rules.documentUnknown'],
    // Making one is work.
    pace: 'strict',
  }),
  versions: route({
    method: 'GET',
    path: '/rules/:documentId/versions',
    summary: '一份村规民约的各个版本：哪一版从哪天到哪天',
    access: 'public',
    params: z.object({ documentId }),
    output: z.object({
      /** Newest first. */
      versions: z
        .array(
          summary
            .pick({ id: true, title: true, version: true, adoptedOn: true, effectiveFrom: true, clauseCount: true })
            .extend({ shown: shownState, supersededOn: localDate.nullable() }),
        )
        .max(VERSIONS_LIMIT),
    }),
    problems: ['rules.documentUnknown'],
    publicForS: 60,
  }),
  search: route({
    method: 'GET',
    path: '/townships/:townshipId/rules/search',
    summary: '在全镇（或一个村）现行的村规民约里找字',
    access: 'public',
    params: z.object({ townshipId: regionId }),
    query: z.object({ words: searchWords, villageId: regionId.optional() }),
    output: z.object({ matches: z.array(match).max(SEARCH_LIMIT), more: z.boolean() }),
    publicForS: 60,
  }),
};
