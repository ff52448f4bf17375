/** What follows from WeChat's answer to a campaign's message: for the person, for the campaign, and for the pace. */
import type { Refusal } from '@xiangyue/shared/features/antifraud/campaign.rules';
import type { WechatErrorKind } from '../../platform/wechat/wechat-error';

export type Consequence =
  | { readonly kind: 'sent' }
  /** It may have arrived: never again. WeChat is asked more slowly for a while. */
  | { readonly kind: 'unknown' }
  /** This person cannot be reminded. `consentIsGone`: WeChat counts none, whatever our counter says. */
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly consentIsGone: boolean }
  /** Certainly not sent, and worth another try. `slows`: not only for this person. */
  | { readonly kind: 'retry'; readonly slows: boolean }
  /** Every message would be refused: the campaign stops. */
  | { readonly kind: 'stop'; readonly why: string };

const STOPS: Readonly<Partial<Record<WechatErrorKind, string>>> = {
  sensitive: '微信认为提醒里有敏感的词，请改案例的标题和回他的话',
  fieldInvalid: '微信不收提醒里的一项内容，请检查模板的字段',
  templateInvalid: '微信没有这个提醒模板，请检查配置',
  pageInvalid: '提醒要打开的页面在微信里还没有发布',
  capabilityBanned: '微信停了这个小程序的提醒',
  credentialsInvalid: '小程序的编号或密钥不对，请检查配置',
  notConfigured: '没有配置小程序的编号和密钥',
  requestInvalid: '发给微信的内容不合规定',
};

const REFUSES: Readonly<Partial<Record<WechatErrorKind, Refusal>>> = {
  notSubscribed: 'notSubscribed',
  openidInvalid: 'openidInvalid',
};

const RETRIES: ReadonlySet<WechatErrorKind> = new Set([
  'concurrent',
  'rateLimited',
  'unreachable',
  'tokenInvalid',
  'timeout',
  'busy',
  'connectionLost',
  'unreadable',
]);

/** @param outcome as the client tells it: `unknown` means that it may have arrived */
export function consequenceOf(outcome: 'sent' | 'notSent' | 'unknown', error?: WechatErrorKind): Consequence {
  if (outcome === 'sent' || error === undefined) return { kind: 'sent' };
  if (outcome === 'unknown') return { kind: 'unknown' };
  const why = STOPS[error];
  if (why !== undefined) return { kind: 'stop', why };
  // Also a token that did not come in time: the message itself was never sent.
  if (RETRIES.has(error)) return { kind: 'retry', slows: error !== 'concurrent' };
  return { kind: 'refused', reason: REFUSES[error] ?? 'other', consentIsGone: error === 'notSubscribed' };
}

/** Tries for one person; the last one is a minute after the first. */
export const ATTEMPTS_MAX = 5;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/** How long to wait after so many failures in a row, from 1. */
export function pauseAfterMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
}
