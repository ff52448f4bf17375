/** Fields that the contracts of points share. */
import { z } from 'zod';
import { documentId, localDate } from '../../kernel/fields';
import { CATEGORIES, EVIDENCE_MAX_CHARACTERS, ITEM_POINTS_MAX, ITEM_TITLE_MAX_CHARACTERS } from './catalogue.rules';
import { WORDS_MAX_CHARACTERS } from './offices';

/** A household's most points in one cycle for one item. */
const CAP_MAX = 1_000;

export const words = z.string().trim().max(WORDS_MAX_CHARACTERS, `最多 ${WORDS_MAX_CHARACTERS} 个字`);
export const writtenWords = words.min(1, '请写明原因');
export const itemKey = z.string().regex(/^[a-z][a-zA-Z0-9]{0,31}$/, '项目编号不对');
export const category = z.enum(CATEGORIES);
export const claimId = documentId;
export const ofClaim = z.object({ claimId });
export const revision = z.int().nonnegative();
export const itemPoints = z.int('只能是整数').min(1, '至少 1 分').max(ITEM_POINTS_MAX, `最多 ${ITEM_POINTS_MAX} 分`);
/** A cycle is called by the year in which it began. */
export const cycleYear = z.int().min(2000).max(2200);
export const villageParam = z.object({ villageId: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, '地区编号不对') });

export const catalogueItem = z.object({
  key: itemKey,
  title: z.string().trim().max(ITEM_TITLE_MAX_CHARACTERS, `最多 ${ITEM_TITLE_MAX_CHARACTERS} 个字`),
  category,
  minPoints: itemPoints,
  maxPoints: itemPoints,
  evidence: z.string().trim().max(EVIDENCE_MAX_CHARACTERS, `最多 ${EVIDENCE_MAX_CHARACTERS} 个字`),
  capPoints: z.int('只能是整数').min(1, '至少 1 分').max(CAP_MAX, `最多 ${CAP_MAX} 分`).nullable(),
  clause: z.object({ documentId, key: z.string().min(1).max(20) }).nullable(),
});

/** What every claim is asked with. */
export const claimFields = z.object({
  itemKey,
  /** Where the item has a range; the item's value where it is left out. */
  points: itemPoints.optional(),
  doneOn: localDate,
  /** What was done, in a line or two. */
  words,
});
