/** The documented operations: what each takes, checks in which order, and answers. */
import { z } from 'zod';
import type { People } from './people';
import { patternPng } from './png';
import type { TokenDesk } from './token-desk';

export type Operation =
  | 'code2Session'
  | 'stableToken'
  | 'sendSubscribeMessage'
  | 'msgSecCheck'
  | 'getUnlimitedQRCode'
  | 'getPhoneNumber';

export interface Message {
  readonly openid: string;
  readonly templateId: string;
  readonly page: string | undefined;
  readonly data: Readonly<Record<string, string>>;
}

/** What the mini-program's owner has set up on the platform. */
export interface Account {
  readonly appId: string;
  readonly appSecret: string;
  /** Template id → its fields. Without this, any template with any fields is taken. */
  readonly templates?: Readonly<Record<string, readonly string[]>>;
  /** Published pages. Without this, any page is taken. */
  readonly pages?: readonly string[];
  readonly riskyWords: readonly string[];
  readonly reviewWords: readonly string[];
}

export interface World {
  readonly account: Account;
  readonly people: People;
  readonly tokens: TokenDesk;
  readonly now: () => number;
  readonly deliver: (message: Message) => void;
}

/** Of a call: query and body, both already read. */
export interface Call {
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export type Answer = { readonly json: Readonly<Record<string, unknown>> } | { readonly png: Buffer };

export interface Endpoint {
  readonly operation: Operation;
  readonly method: 'GET' | 'POST';
  readonly needsToken: boolean;
  readonly answer: (world: World, call: Call) => Answer;
}

/** Texts of the platform for its numbers, as far as a caller may want to read them. */
const ERRMSG: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41001: 'access_token missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  61010: 'code is expired',
};

/** A refusal. Like the platform's, its text quotes what was sent and the request's number. */
export function refuse(errcode: number, text = ERRMSG[errcode] ?? 'refused'): Answer {
  return { json: { errcode, errmsg: `${text} rid: 6566a1b2-0c3d4e5f-1a2b3c4d` } };
}

const done = { errcode: 0, errmsg: 'ok' };

const tokenBody = z.object({
  grant_type: z.literal('client_credential'),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.boolean().default(false),
});
const messageBody = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.string().optional(),
  miniprogram_state: z.enum(['formal', 'trial', 'developer']).default('formal'),
  data: z.record(z.string(), z.object({ value: z.coerce.string() })),
});
const checkBody = z.object({ version: z.literal(2), openid: z.string(), scene: z.number(), content: z.string() });
const codeBody = z.object({
  scene: z.string(),
  page: z.string().default('pages/index/index'),
  width: z.number().int().min(280).max(1280).default(430),
  check_path: z.boolean().default(true),
});
const phoneBody = z.object({ code: z.string() });

function signIn({ account, people }: World, { query }: Call): Answer {
  const wrong = checkApp(account, query.get('appid'), query.get('secret'));
  if (wrong !== 0) return refuse(wrong);
  const signedIn = people.signIn(query.get('js_code') ?? '');
  return 'errcode' in signedIn ? refuse(signedIn.errcode) : { json: signedIn };
}

function grantToken({ account, tokens }: World, { body }: Call): Answer {
  const asked = tokenBody.safeParse(body);
  if (!asked.success) return refuse(47001);
  const wrong = checkApp(account, asked.data.appid, asked.data.secret);
  if (wrong !== 0) return refuse(wrong);
  const granted = tokens.grant(asked.data.force_refresh);
  return 'errcode' in granted ? refuse(granted.errcode) : { json: granted };
}

function checkApp({ appId, appSecret }: Account, id: string | null, secret: string | null): number {
  if (id !== appId) return 40013;
  return secret === appSecret ? 0 : 40125;
}

function sendMessage({ account, people, deliver }: World, { body }: Call): Answer {
  const sent = messageBody.safeParse(body);
  if (!sent.success) return refuse(47001);
  const { touser: openid, template_id: templateId, page } = sent.data;
  const data = Object.fromEntries(Object.entries(sent.data.data).map(([field, { value }]) => [field, value]));
  if (!people.isKnown(openid)) return refuse(40003, `invalid openid hint: [${openid}]`);
  const fields = account.templates ? account.templates[templateId] : Object.keys(data);
  if (templateId === '' || !fields) return refuse(40037);
  const wrong = fields.find((field) => !isFieldFine(field, data[field] ?? ''));
  if (wrong !== undefined) return refuse(47003, `argument invalid! data.${wrong}.value invalid`);
  if (page !== undefined && !isPublished(account, page.split('?')[0] ?? '')) return refuse(41030);
  if (account.riskyWords.some((word) => Object.values(data).join(' ').includes(word)))
    return refuse(45168, `hit sensitive word in ${Object.values(data).join(' ')}`);
  if (!people.useConsent(openid, templateId)) return refuse(43101);
  deliver({ openid, templateId, page, data });
  return { json: done };
}

/** The table 订阅消息参数值内容限制说明 of the documentation, as far as lengths go. */
const FIELD_MAX_CHARACTERS: Readonly<Record<string, number>> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  phrase: 5,
  name: 20,
};

function isFieldFine(field: string, value: string): boolean {
  const max = FIELD_MAX_CHARACTERS[field.replace(/\d+$/, '')] ?? 64;
  return value !== '' && value.length <= max && !/\p{Cc}/u.test(value);
}

function isPublished({ pages }: Account, page: string): boolean {
  return !page.startsWith('/') && (pages?.includes(page) ?? true);
}

function checkText({ account, people }: World, { body }: Call): Answer {
  const asked = checkBody.safeParse(body);
  if (!asked.success) return refuse(47001);
  const { openid, scene, content } = asked.data;
  if (![1, 2, 3, 4].includes(scene)) return refuse(40129);
  if (content === '') return refuse(44002);
  if (content.length > 2_500) return refuse(45002);
  if (!people.isKnown(openid)) return refuse(40003, `invalid openid hint: [${openid}]`);
  if (!people.isRecent(openid)) return refuse(61010);
  const has = (words: readonly string[]) => words.some((word) => content.includes(word));
  const suggest = has(account.riskyWords) ? 'risky' : has(account.reviewWords) ? 'review' : 'pass';
  const label = suggest === 'pass' ? 100 : 20008;
  return {
    json: {
      ...done,
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
      trace_id: '6566a1b2-0c3d4e5f-1a2b3c4d',
    },
  };
}

function drawCode({ account }: World, { body }: Call): Answer {
  const asked = codeBody.safeParse(body);
  if (!asked.success) return refuse(40097);
  const { scene, page, width, check_path } = asked.data;
  if (!/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/.test(scene)) return refuse(40169);
  if (check_path && !isPublished(account, page)) return refuse(41030);
  return { png: patternPng(`${page} ${scene}`, width) };
}

function givePhone({ account, people, now }: World, { body }: Call): Answer {
  const asked = phoneBody.safeParse(body);
  if (!asked.success) return refuse(47001);
  const phone = people.phoneOf(asked.data.code);
  if (typeof phone !== 'string') return refuse(phone.errcode);
  const watermark = { timestamp: Math.floor(now() / 1000), appid: account.appId };
  return {
    json: { ...done, phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark } },
  };
}

export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  '/sns/jscode2session': { operation: 'code2Session', method: 'GET', needsToken: false, answer: signIn },
  '/cgi-bin/stable_token': { operation: 'stableToken', method: 'POST', needsToken: false, answer: grantToken },
  '/cgi-bin/message/subscribe/send': {
    operation: 'sendSubscribeMessage',
    method: 'POST',
    needsToken: true,
    answer: sendMessage,
  },
  '/wxa/msg_sec_check': { operation: 'msgSecCheck', method: 'POST', needsToken: true, answer: checkText },
  '/wxa/getwxacodeunlimit': { operation: 'getUnlimitedQRCode', method: 'POST', needsToken: true, answer: drawCode },
  '/wxa/business/getuserphonenumber': {
    operation: 'getPhoneNumber',
    method: 'POST',
    needsToken: true,
    answer: givePhone,
  },
};
