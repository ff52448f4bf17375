/**
 * What a person may know and decide about their own data (个人信息保护法 chapter 4): the notice, consents by purpose, everything
 * that is kept, who looked at it, and being deleted.
 */
import { z } from 'zod';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate } from '../../kernel/fields';
import { PURPOSE_KEYS } from './purposes';

const purpose = z.enum(PURPOSE_KEYS);
const version = z.int().min(1).max(1_000);

const section = z.object({ title: z.string(), paragraphs: z.array(z.string()).readonly() });

const consent = z.object({
  purpose,
  kind: z.enum(['notice', 'consent', 'separateConsent']),
  version,
  title: z.string(),
  text: z.string(),
  without: z.string(),
  law: z.string(),
  state: z.enum(['given', 'withdrawn', 'outdated', 'none']),
  /** When and how it was last said; null when it never was. */
  said: z.object({ at: instant, how: z.enum(['self', 'guardian', 'delegate']) }).nullable(),
});

const consents = z.object({
  consents: z.array(consent),
  /** Under fourteen: a guardian agrees, the child can take back. */
  isChild: z.boolean(),
});

/** One thing that is kept, each value under the Chinese word for it. */
const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]);
const record = z.record(z.string(), value);

/** What an erasure did or will do with one part. */
const erasedPart = z.object({
  title: z.string(),
  erased: z.array(z.string()).readonly(),
  kept: z.array(z.object({ what: z.string(), why: z.string() })).readonly(),
});

const saying = z.object({ version, isGiven: z.boolean() });

/** What has to be typed before an account is deleted. */
export const ERASE_WORD = '注销';
export const LOOKS_PAGE_SIZE = 20;

export const privacyContract = {
  notice: route({
    method: 'GET',
    path: '/privacy/notice',
    summary: '隐私说明',
    access: 'public',
    output: z.object({ version, effectiveOn: localDate, sections: z.array(section) }),
    publicForS: 300,
  }),
  consents: route({
    method: 'GET',
    path: '/me/consents',
    summary: '我同意过什么',
    access: 'signedIn',
    output: consents.extend({
      /** Children of the household for whom this person decides. */
      children: z.array(z.object({ personId: documentId, name: z.string() })),
    }),
  }),
  consent: route({
    method: 'PUT',
    path: '/me/consents/:purpose',
    summary: '同意或撤回一项',
    access: 'signedIn',
    params: z.object({ purpose }),
    body: saying,
    output: z.object({}),
    problems: ['privacy.versionOld', 'privacy.noticeStays', 'privacy.guardianNeeded', 'privacy.tooManyChanges'],
    idempotency: 'natural',
  }),
  childConsents: route({
    method: 'GET',
    path: '/me/children/:childId/consents',
    summary: '我替孩子同意过什么',
    access: 'signedIn',
    params: z.object({ childId: documentId }),
    output: consents.extend({ name: z.string() }),
    problems: ['privacy.childUnknown'],
  }),
  childConsent: route({
    method: 'PUT',
    path: '/me/children/:childId/consents/:purpose',
    summary: '替孩子同意或撤回一项',
    access: 'signedIn',
    params: z.object({ childId: documentId, purpose }),
    body: saying,
    output: z.object({}),
    problems: ['privacy.childUnknown', 'privacy.versionOld', 'privacy.noticeStays', 'privacy.tooManyChanges'],
    idempotency: 'natural',
  }),
  data: route({
    method: 'GET',
    path: '/me/data',
    summary: '我的全部资料',
    access: 'signedIn',
    output: z.object({
      gatheredAt: instant,
      personId: documentId,
      parts: z.array(z.object({ key: z.string(), title: z.string(), records: z.array(record) })),
    }),
  }),
  looks: route({
    method: 'GET',
    path: '/me/looks',
    summary: '谁看过我的资料',
    access: 'signedIn',
    query: z.object({
      /** `next` of the page before. */
      after: z
        .string()
        .regex(/^\d{1,15}-[0-9a-hjkmnp-tv-z]{26}$/, '翻页的位置不对')
        .optional(),
    }),
    output: z.object({
      looks: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          /** 扎营村 村干部; empty for somebody without an office. */
          offices: z.array(z.string()),
          what: z.string(),
          /** Whether the look was at the person alone, or at a list or a place in which they stand. */
          scope: z.enum(['person', 'group']),
          firstAt: instant,
          lastAt: instant,
          times: z.int(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  erasure: route({
    method: 'GET',
    path: '/me/erasure',
    summary: '如果注销，删什么、留什么',
    access: 'signedIn',
    output: z.object({ parts: z.array(erasedPart) }),
  }),
  erase: route({
    method: 'DELETE',
    path: '/me',
    summary: '注销我的账号',
    access: 'signedIn',
    body: z.object({ word: z.literal(ERASE_WORD, `请写“${ERASE_WORD}”两个字`) }),
    output: z.object({
      parts: z.array(erasedPart),
      /** Titles of parts that could not be deleted just now and will be, without anybody asking again. */
      pending: z.array(z.string()),
      /** When everything is checked once more; then nothing of this account is left but what `kept` says. */
      finishedBy: instant,
    }),
    idempotency: 'natural',
  }),
};
