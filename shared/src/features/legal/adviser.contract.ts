/** The village's legal adviser 法律顾问: who it is, what the year's service amounts to, and the file of it. */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, localDate, regionId } from '../../kernel/fields';
import { fileAnswer } from '../../kernel/transfer';
import { photo, photoIds } from '../files/files.contract';
import { LOG_KIND_NAMES } from './service-log.rules';

export const OFFICE_MAX_CHARACTERS = 40;
/** 律师执业证号 has 17 digits; 基层法律服务工作者 and 公职律师 have others. */
export const LICENCE_MAX_CHARACTERS = 30;
export const INTRO_MAX_CHARACTERS = 300;
const LANGUAGE_MAX_CHARACTERS = 10;
const LANGUAGES_MAX = 6;
/** What was done, in a line of the file; never who it was for. */
export const ENTRY_MAX_CHARACTERS = 120;
/** Longer than any day's work. */
const ENTRY_MAX_MINUTES = 24 * 60;
/** A township's advisers in one village are one or two. */
const ADVISERS_MAX = 20;
export const LOG_PAGE_LIMIT = 50;
const VILLAGES_MAX = 400;

const text = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`);
const written = (max: number) => text(max).min(1, '请填写');
const year = z.coerce.number().int().min(2020).max(2100);

const profile = z.object({
  /** The law office, as its sign says. */
  office: z.string(),
  licence: z.string(),
  /** The year in which practice began; null: not told. */
  sinceYear: z.int().nullable(),
  languages: z.array(z.string()).max(LANGUAGES_MAX),
  intro: z.string(),
  photo: photo.nullable(),
});

const adviser = profile.extend({ id: documentId, name: z.string() });

const target = z.object({
  hours: z.int().min(1).max(2_000).nullable(),
  visits: z.int().min(1).max(366).nullable(),
  lectures: z.int().min(1).max(366).nullable(),
});

const figures = z.object({
  minutes: z.int().nonnegative(),
  visits: z.int().nonnegative(),
  lectures: z.int().nonnegative(),
  answers: z.int().nonnegative(),
  entries: z.int().nonnegative(),
});

const village = z.object({ id: regionId, name: z.string() });

/** What a village's adviser is asked and has done this year. */
const villageYear = village.extend({ target, figures });

const entry = z.object({
  id: documentId,
  kind: z.enum(LOG_KIND_NAMES),
  on: localDate,
  minutes: z.int().nonnegative(),
  onSite: z.boolean(),
  words: z.string(),
  byName: z.string(),
  /** The adviser wrote it and may take it back; what happened by itself stays. */
  own: z.boolean(),
});

const forFile = only(['legalAdviser', 'cadre', 'townOffice'], 'region', 'villageId');
const ofVillage = z.object({ villageId: regionId });

export const adviserContract = {
  ofVillage: route({
    method: 'GET',
    path: '/villages/:villageId/advisers',
    summary: '一个村的法律顾问',
    access: 'public',
    params: ofVillage,
    output: z.object({ villageId: regionId, villageName: z.string(), advisers: z.array(adviser).max(ADVISERS_MAX) }),
    problems: ['regions.villageUnknown'],
    publicForS: 10,
  }),
  find: route({
    method: 'GET',
    path: '/advisers/:adviserId',
    summary: '一位法律顾问：是谁、服务哪些村、今年做了多少',
    access: 'public',
    params: z.object({ adviserId: documentId }),
    output: adviser.extend({ villages: z.array(villageYear).max(VILLAGES_MAX), year: z.int() }),
    problems: ['legal.adviserUnknown'],
    publicForS: 10,
  }),
  mine: route({
    method: 'GET',
    path: '/me/adviser',
    summary: '我作为法律顾问的介绍和服务的村',
    access: 'signedIn',
    output: adviser.extend({ villages: z.array(villageYear).max(VILLAGES_MAX), year: z.int() }),
    problems: ['legal.notAdviser'],
  }),
  save: route({
    method: 'PUT',
    path: '/me/adviser',
    summary: '写我的介绍',
    access: 'signedIn',
    body: z.object({
      office: written(OFFICE_MAX_CHARACTERS),
      licence: text(LICENCE_MAX_CHARACTERS),
      sinceYear: z.int().min(1950, '年份不对').max(2100, '年份不对').nullable(),
      languages: z
        .array(written(LANGUAGE_MAX_CHARACTERS))
        .min(1, '请写会说的话')
        .max(LANGUAGES_MAX, `最多 ${LANGUAGES_MAX} 种`),
      intro: text(INTRO_MAX_CHARACTERS),
      photoIds: photoIds.max(1, '最多 1 张照片').default([]),
    }),
    output: z.object({}),
    problems: ['legal.notAdviser', 'files.unknown', 'files.attachedElsewhere'],
    idempotency: 'natural',
  }),
  setTarget: route({
    method: 'PUT',
    path: '/villages/:villageId/adviser-target',
    summary: '镇里定一个村的法律顾问一年的服务要求',
    access: only(['townOffice'], 'region', 'villageId'),
    params: ofVillage,
    body: target,
    output: z.object({}),
    problems: ['regions.villageUnknown'],
    idempotency: 'natural',
  }),
  log: route({
    method: 'GET',
    path: '/villages/:villageId/adviser-log',
    summary: '一个村一年的法律顾问服务记录，新的在前',
    access: forFile,
    params: ofVillage,
    query: z.object({ year: year.optional(), after: z.string().max(60).optional() }),
    output: z.object({
      village,
      year: z.int(),
      target,
      figures,
      entries: z.array(entry).max(LOG_PAGE_LIMIT),
      next: z.string().nullable(),
    }),
    problems: ['regions.villageUnknown'],
  }),
  exportLog: route({
    method: 'GET',
    path: '/villages/:villageId/adviser-log/file',
    summary: '导出一个村一年的法律顾问服务档案',
    access: forFile,
    params: ofVillage,
    query: z.object({ year: year.optional() }),
    output: fileAnswer,
    problems: ['regions.villageUnknown'],
  }),
  addEntry: route({
    method: 'POST',
    path: '/villages/:villageId/adviser-log',
    summary: '法律顾问自己记一条服务',
    access: only(['legalAdviser'], 'region', 'villageId'),
    params: ofVillage,
    body: z.object({
      kind: z.enum(LOG_KIND_NAMES),
      on: localDate,
      minutes: z.int().min(5, '至少 5 分钟').max(ENTRY_MAX_MINUTES, '一天最多 24 小时'),
      onSite: z.boolean(),
      words: written(ENTRY_MAX_CHARACTERS),
    }),
    output: z.object({ id: documentId }),
    problems: ['regions.villageUnknown', 'legal.entryDateWrong'],
  }),
  removeEntry: route({
    method: 'DELETE',
    path: '/villages/:villageId/adviser-log/:entryId',
    summary: '法律顾问删去自己记的一条',
    access: only(['legalAdviser'], 'region', 'villageId'),
    params: z.object({ villageId: regionId, entryId: documentId }),
    output: z.object({}),
    problems: ['legal.entryUnknown'],
    idempotency: 'natural',
  }),
};
