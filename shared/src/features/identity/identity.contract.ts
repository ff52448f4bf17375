/**
 * Who somebody is: sessions, name, and the roles they hold. Signing in is asked for only when a page or a write needs
 * it; there are no passwords. A phone signs in through WeChat, a desktop by being confirmed from a phone.
 */
import { z } from 'zod';
import { only, ROLES } from '../../kernel/access';
import { GRANTING_ROLES } from '../../kernel/access.rules';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate, regionId } from '../../kernel/fields';

/** Longer than any name in the register, minority names included. */
export const NAME_MAX_CHARACTERS = 20;
export const personName = z
  .string()
  .trim()
  .min(1, '请填写姓名')
  .max(NAME_MAX_CHARACTERS, `最多 ${NAME_MAX_CHARACTERS} 个字`)
  .regex(/^[\p{L}·\s]+$/u, '姓名只能是汉字、字母和间隔号');

/** A fresh session; the token is told this once and kept nowhere in clear. */
const session = z.object({ token: z.string(), personId: documentId, expiresAt: instant });

const role = z.enum(ROLES);

const heldRole = z.object({ role, roleName: z.string(), regionId, regionName: z.string(), endsOn: localDate });

const grant = z.object({
  id: documentId,
  personId: documentId,
  /** The whole name: only whoever may hand out roles here sees this list. */
  personName: z.string().nullable(),
  role,
  roleName: z.string(),
  regionId,
  regionName: z.string(),
  grantedAt: instant,
  endsOn: localDate,
  /** Whoever asks may take it back. */
  revocable: z.boolean(),
});

/** Offices on one page. */
export const GRANT_PAGE_LIMIT = 100;
/** Events on one page of the history. */
export const GRANT_HISTORY_LIMIT = 50;

/** Where a page of the list ends: person and grant. */
const grantCursor = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}-[0-9a-hjkmnp-tv-z]{26}$/, '页码不对');
/** Where a page of the history ends: instant in milliseconds, grant, what was done. */
const historyCursor = z.string().regex(/^\d{13}-[0-9a-hjkmnp-tv-z]{26}-(granted|revoked)$/, '页码不对');

const grantEvent = z.object({
  /** Names the event, and where the next page begins. */
  cursor: historyCursor,
  what: z.enum(['granted', 'revoked']),
  at: instant,
  /** Who did it. */
  byName: z.string().nullable(),
  personName: z.string().nullable(),
  roleName: z.string(),
  regionName: z.string(),
  endsOn: localDate,
});

export const identityContract = {
  signInWithWechat: route({
    method: 'POST',
    path: '/sessions/wechat',
    summary: '用微信登录',
    access: 'public',
    body: z.object({ code: z.string().min(1).max(128) }),
    output: session,
    problems: ['identity.codeRefused', 'identity.wechatAway', 'identity.closed'],
    idempotency: 'natural',
    pace: 'strict',
  }),
  signOut: route({
    method: 'DELETE',
    path: '/sessions/current',
    summary: '退出登录',
    access: 'signedIn',
    output: z.object({}),
    idempotency: 'natural',
  }),
  me: route({
    method: 'GET',
    path: '/me',
    summary: '我是谁：姓名和任职',
    access: 'signedIn',
    output: z.object({ id: documentId, name: z.string().nullable(), roles: z.array(heldRole) }),
  }),
  rename: route({
    method: 'PUT',
    path: '/me/name',
    summary: '填写我的姓名',
    access: 'signedIn',
    body: z.object({ name: personName }),
    output: z.object({}),
    idempotency: 'natural',
    offline: 'queued',
  }),
  showMyCode: route({
    method: 'POST',
    path: '/me/code',
    summary: '要一个我的编号，出示给村里或镇里，十分钟有效',
    access: 'signedIn',
    output: z.object({ code: z.string(), name: z.string(), expiresAt: instant }),
    problems: ['identity.nameMissing'],
    idempotency: 'natural',
    pace: 'strict',
  }),
  mySessions: route({
    method: 'GET',
    path: '/me/sessions',
    summary: '我在哪些设备上登录着',
    access: 'signedIn',
    output: z.object({
      sessions: z.array(
        z.object({
          id: z.string(),
          device: z.enum(['wechat', 'desktop', 'demo']),
          startedAt: instant,
          lastSeenAt: instant,
          current: z.boolean(),
        }),
      ),
    }),
  }),
  endSession: route({
    method: 'DELETE',
    path: '/me/sessions/:sessionId',
    summary: '让一台设备退出登录',
    access: 'signedIn',
    params: z.object({ sessionId: z.string().regex(/^[\w-]{43}$/) }),
    output: z.object({}),
    problems: ['identity.sessionUnknown'],
    idempotency: 'natural',
  }),

  askDesktopSignIn: route({
    method: 'POST',
    path: '/desktop-sign-ins',
    summary: '电脑上要一个登录二维码，两分钟有效',
    access: 'public',
    output: z.object({
      id: documentId,
      /** What the QR code holds. */
      scanCode: z.string(),
      /** What only this desktop knows; it collects the session with it. */
      secret: z.string(),
      expiresAt: instant,
    }),
    idempotency: 'natural',
    pace: 'strict',
  }),
  confirmDesktopSignIn: route({
    method: 'POST',
    path: '/desktop-sign-ins/:signInId/confirm',
    summary: '在手机上同意电脑登录',
    access: 'signedIn',
    params: z.object({ signInId: documentId }),
    body: z.object({ scanCode: z.string().max(64) }),
    output: z.object({}),
    problems: ['identity.desktopUnknown', 'identity.desktopEnded'],
    idempotency: 'natural',
    pace: 'strict',
  }),
  collectDesktopSignIn: route({
    method: 'POST',
    path: '/desktop-sign-ins/:signInId/collect',
    summary: '电脑询问手机是否同意；同意后领取登录',
    access: 'public',
    params: z.object({ signInId: documentId }),
    body: z.object({ secret: z.string().max(64) }),
    output: z.object({ state: z.enum(['waiting', 'confirmed']), session: session.nullable() }),
    problems: ['identity.desktopUnknown', 'identity.desktopEnded', 'identity.closed'],
    idempotency: 'natural',
  }),

  grants: route({
    method: 'GET',
    path: '/regions/:regionId/grants',
    summary: '一个地方和它下面各处的任职',
    access: only(GRANTING_ROLES, 'region', 'regionId'),
    params: z.object({ regionId }),
    query: z.object({ after: grantCursor.optional() }),
    output: z.object({
      grants: z.array(grant).max(GRANT_PAGE_LIMIT),
      /** What `after` is for the next page; null on the last. */
      next: grantCursor.nullable(),
      /** The offices that whoever asks may hand out here and below. */
      mayGrant: z.array(z.object({ role, roleName: z.string() })),
    }),
  }),
  grantHistory: route({
    method: 'GET',
    path: '/regions/:regionId/grants/history',
    summary: '谁在什么时候安排、免去了谁，只增不减',
    access: only(GRANTING_ROLES, 'region', 'regionId'),
    params: z.object({ regionId }),
    query: z.object({ before: historyCursor.optional() }),
    output: z.object({ events: z.array(grantEvent).max(GRANT_HISTORY_LIMIT), next: historyCursor.nullable() }),
  }),
  findPersonByCode: route({
    method: 'POST',
    path: '/regions/:regionId/person-codes',
    summary: '凭一个人自己出示的编号找到他',
    access: only(GRANTING_ROLES, 'region', 'regionId'),
    params: z.object({ regionId }),
    body: z.object({ code: z.string().max(60) }),
    output: z.object({ personId: documentId, personName: z.string() }),
    problems: ['identity.codeUnknown'],
    idempotency: 'natural',
    pace: 'strict',
  }),
  grant: route({
    method: 'POST',
    path: '/regions/:regionId/grants',
    summary: '安排一个人在这里任职',
    access: only(GRANTING_ROLES, 'region', 'regionId'),
    params: z.object({ regionId }),
    body: z.object({ personId: documentId, role, endsOn: localDate }),
    output: z.object({ id: documentId }),
    problems: [
      'identity.personUnknown',
      'identity.grantHeld',
      'identity.mayNotGrant',
      'identity.termWrong',
      'identity.placeWrong',
    ],
  }),
  revoke: route({
    method: 'DELETE',
    path: '/regions/:regionId/grants/:grantId',
    summary: '免去一项任职',
    access: only(GRANTING_ROLES, 'region', 'regionId'),
    params: z.object({ regionId, grantId: documentId }),
    output: z.object({}),
    problems: ['identity.grantUnknown', 'identity.mayNotGrant'],
    idempotency: 'natural',
  }),
};

/** Mounted in demo mode only; in production these paths do not exist. */
export const demoContract = {
  identities: route({
    method: 'GET',
    path: '/demo/identities',
    summary: '演示身份',
    access: 'public',
    output: z.object({ identities: z.array(z.object({ key: z.string(), name: z.string(), what: z.string() })) }),
  }),
  signIn: route({
    method: 'POST',
    path: '/sessions/demo',
    summary: '用演示身份登录',
    access: 'public',
    body: z.object({ identity: z.string().max(40) }),
    output: session,
    problems: ['identity.demoUnknown', 'identity.closed'],
    idempotency: 'natural',
  }),
};
