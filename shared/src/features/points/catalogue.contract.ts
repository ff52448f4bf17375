/**
 * The catalogue 积分目录: what a village gives points for. A version is written as a draft, checked by the rules, and published
 * whole; the latest published one holds.
 */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { localDate } from '../../kernel/fields';
import { ITEMS_MAX } from './catalogue.rules';
import { catalogueItem, cycleYear, revision, villageParam } from './points.fields';
import { PUBLICITY_MAX_DAYS, PUBLICITY_MIN_DAYS } from './points.rules';

const items = z
  .array(catalogueItem)
  .max(ITEMS_MAX, `最多 ${ITEMS_MAX} 项`)
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, '有两项用了同一个编号');
const publicityDays = z
  .int('只能是整数')
  .min(PUBLICITY_MIN_DAYS, `最短 ${PUBLICITY_MIN_DAYS} 天`)
  .max(PUBLICITY_MAX_DAYS, `最长 ${PUBLICITY_MAX_DAYS} 天`);

const draft = z.object({ revision, version: z.int().positive(), items: z.array(catalogueItem), publicityDays });
const ofDraft = only(['cadre'], 'region', 'villageId');

export const catalogueContract = {
  catalogue: route({
    method: 'GET',
    path: '/villages/:villageId/points/catalogue',
    summary: '村里现行的积分目录：做什么事得多少分，凭什么，每户封顶多少',
    access: 'public',
    publicForS: 60,
    params: villageParam,
    output: z.object({
      /** null where the village has not published one. */
      catalogue: z
        .object({
          version: z.int().positive(),
          publishedOn: localDate,
          /** Of the cycle that runs: 2026. */
          cycle: cycleYear,
          publicityDays: z.int(),
          items: z.array(
            catalogueItem.extend({ clauseTitle: z.string().nullable(), clauseNumber: z.int().nullable() }),
          ),
          illustrative: z.boolean(),
        })
        .nullable(),
    }),
    problems: ['regions.villageUnknown'],
  }),
  draft: route({
    method: 'GET',
    path: '/villages/:villageId/points/catalogue/draft',
    summary: '正在改的积分目录，和可以依据的村规条款',
    access: ofDraft,
    params: villageParam,
    output: z.object({
      draft: draft.nullable(),
      clauses: z.array(z.object({ documentId: z.string(), key: z.string(), number: z.int(), title: z.string() })),
    }),
    problems: ['regions.villageUnknown'],
  }),
  startDraft: route({
    method: 'POST',
    path: '/villages/:villageId/points/catalogue/draft',
    summary: '开始写新的积分目录：照现行的，没有就照样本',
    access: ofDraft,
    params: villageParam,
    output: z.object({}),
    problems: ['regions.villageUnknown'],
    idempotency: 'natural',
  }),
  saveDraft: route({
    method: 'PUT',
    path: '/villages/:villageId/points/catalogue/draft',
    summary: '保存正在改的积分目录',
    access: ofDraft,
    params: villageParam,
    body: z.object({ revision, items, publicityDays }),
    output: z.object({ revision }),
    problems: ['points.draftUnknown', 'points.catalogueMovedOn', 'points.clauseUnknown'],
  }),
  publish: route({
    method: 'POST',
    path: '/villages/:villageId/points/catalogue/draft/publication',
    summary: '公布积分目录，从现在起照它给分',
    access: ofDraft,
    params: villageParam,
    body: z.object({ revision }),
    output: z.object({ version: z.int().positive() }),
    problems: ['points.draftUnknown', 'points.catalogueMovedOn', 'points.catalogueRefused'],
  }),
};
