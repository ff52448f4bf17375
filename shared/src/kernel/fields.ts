/** Fields that many contracts share. Messages are what a person reads beside the field. */
import { z } from 'zod';

/** A readable identifier of a region, chosen once: `banxi`, `zhaying`, `zhaying-3`, `zhaying-3-2`. */
export const regionId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, '地区编号不对');

/** An identifier made by `newId`: 26 characters, sorted by time of making. */
export const documentId = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/, '编号不对');

/** A day in Asia/Shanghai, `YYYY-MM-DD`, that exists in the calendar. */
export const localDate = z.iso.date('日期不对');

/** An instant in UTC, `2026-11-24T06:30:00.000Z`. */
export const instant = z.iso.datetime();

/** Words to search by: long enough for a phrase, short enough to stay a search. */
export const SEARCH_MAX_CHARACTERS = 40;
export const searchWords = z
  .string()
  .trim()
  .min(1, '请写几个要找的字')
  .max(SEARCH_MAX_CHARACTERS, `最多 ${SEARCH_MAX_CHARACTERS} 个字`)
  .regex(/[\p{L}\p{N}]/u, '请写几个要找的字');
