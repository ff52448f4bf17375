/**
 * What the service asks of WeChat, over HTTP. The access token is shared by all processes (access-tokens.ts); failures
 * are WechatErrors; what is safe to ask twice is asked again after a passing failure, sending a message never is.
 */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { z } from 'zod';
import { LOG, type Log } from '../log/log';
import { AccessTokens, type GrantedToken } from './access-tokens';
import { exchange, readJson, repeated, type WechatRequest } from './exchange';
import { CHECKED_TEXT_MAX_CHARACTERS, isFieldValid, isScene, QR_WIDTH_MAX_PX, QR_WIDTH_MIN_PX } from './wechat.rules';
import { WechatError, type WechatErrorKind, type WechatOperation } from './wechat-error';
import { WechatTokenStore } from './wechat-token.store';

/** The name under which the container holds the options. */
export const WECHAT_OPTIONS = 'xiangyue:wechat';

export interface WechatOptions {
  /** Without a slash at the end; WECHAT_API_URL except for the demo and tests. */
  readonly baseUrl: string;
  /** Empty when none is configured: every call then throws `notConfigured`. */
  readonly appId: string;
  readonly appSecret: string;
  /** Which version of the mini-program codes and messages open. */
  readonly appState?: 'formal' | 'trial' | 'developer';
  /** Of one request, its answer included. */
  readonly timeoutMs?: number;
  /** How often a question is asked in all, and the longest first pause between. */
  readonly attempts?: number;
  readonly backoffMs?: number;
  readonly tokenLeaseMs?: number;
  readonly tokenWaitMs?: number;
  readonly now?: () => number;
}

const DEFAULTS = {
  appState: 'formal',
  // Someone stands before the screen; WeChat normally answers in a tenth of a second.
  timeoutMs: 4_000,
  attempts: 3,
  backoffMs: 200,
  // Longer than a normal and a forced renewal with all their repetitions (7 requests of 4 s and the pauses).
  tokenLeaseMs: 45_000,
  tokenWaitMs: 10_000,
  now: Date.now,
} satisfies Partial<WechatOptions>;

/** Who signs in. The session key is not enumerable: neither JSON nor the log carries it along by accident. */
export interface WechatSession {
  readonly openid: string;
  readonly unionid?: string;
  readonly sessionKey: string;
}

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Opened by a tap on the message, with its query, without a slash at the front. */
  readonly page?: string;
  /** By the template's field names: `{ thing1: '…' }`. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * What became of a message. `unknown`: it may have arrived, so it must not be sent again. `notSent`: it certainly did
 * not arrive; the error's kind says whether later, never, or with other content.
 */
export type SendOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'notSent' | 'unknown'; readonly error: WechatError };

/** 1 profile, 2 comment, 3 forum, 4 social post: WeChat judges more strictly the more people read it. */
export type CheckScene = 1 | 2 | 3 | 4;
export type Verdict = 'pass' | 'review' | 'risky';

export interface QrCode {
  readonly bytes: Buffer;
  readonly mediaType: 'image/png' | 'image/jpeg';
}

export interface PhoneNumber {
  /** Without the country's code. */
  readonly number: string;
  /** `86` */
  readonly countryCode: string;
}

/** A refusal with a number of its own says that nothing was sent; these say nothing about it. */
const OUTCOME_UNKNOWN: ReadonlySet<WechatErrorKind> = new Set(['busy', 'timeout', 'connectionLost', 'unreadable']);

const sessionAnswer = z.object({
  openid: z.string().min(1).max(64),
  session_key: z.string().min(1).max(128),
  unionid: z.string().min(1).max(64).optional(),
});
const tokenAnswer = z.object({ access_token: z.string().min(1).max(1024), expires_in: z.number().int().positive() });
const doneAnswer = z.object({ errcode: z.coerce.number().pipe(z.literal(0)) });
const checkAnswer = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }) });
const phoneAnswer = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string().min(1).max(32),
    countryCode: z.union([z.string(), z.number()]).transform(String),
    watermark: z.object({ appid: z.string() }),
  }),
});

@Provide()
@Scope(ScopeEnum.Singleton)
export class WechatClient {
  private readonly options: Required<WechatOptions>;
  private readonly tokens: AccessTokens;

  constructor(
    @Inject(WECHAT_OPTIONS) options: WechatOptions,
    @Inject() store: WechatTokenStore,
    @Inject(LOG) log: Log,
  ) {
    this.options = { ...DEFAULTS, ...options };
    const { appId, tokenLeaseMs: leaseMs, tokenWaitMs: waitMs, now } = this.options;
    this.tokens = new AccessTokens({ appId, leaseMs, waitMs, now }, store, (mode) => this.askForToken(mode), log);
  }

  /** Exchanges the code of wx.login. Throws among others `codeInvalid`, `codeUsed`, `userBlocked`. */
  async code2Session(code: string): Promise<WechatSession> {
    const { appId, appSecret } = this.configured('code2Session');
    const answer = await this.readRepeatedly(
      {
        operation: 'code2Session',
        path: '/sns/jscode2session',
        query: { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' },
      },
      sessionAnswer,
    );
    const session = { openid: answer.openid, ...(answer.unionid !== undefined && { unionid: answer.unionid }) };
    return Object.defineProperty(session, 'sessionKey', { value: answer.session_key }) as WechatSession;
  }

  /**
   * Sends one message, at most once: after an unclear failure it is not repeated. Does not throw WechatErrors; throws
   * only when our own database fails, and then nothing was sent.
   */
  async sendSubscribeMessage({ openid, templateId, page, data }: SubscribeMessage): Promise<SendOutcome> {
    const operation = 'sendSubscribeMessage';
    try {
      const wrong = Object.entries(data).find(([field, value]) => !isFieldValid(field, value));
      if (wrong) throw new WechatError(operation, 'fieldInvalid', { field: wrong[0] });
      const body = {
        touser: openid,
        template_id: templateId,
        ...(page !== undefined && { page }),
        miniprogram_state: this.options.appState,
        lang: 'zh_CN',
        data: Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }])),
      };
      await this.withToken(operation, async (query) => {
        const request: WechatRequest = { operation, path: '/cgi-bin/message/subscribe/send', query, body };
        readJson(operation, await exchange(this.options, request), doneAnswer);
      });
      return { outcome: 'sent' };
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      const unknown = error.operation === operation && OUTCOME_UNKNOWN.has(error.kind);
      return { outcome: unknown ? 'unknown' : 'notSent', error };
    }
  }

  /**
   * WeChat's judgement of a text of 1–2,500 characters by somebody who opened the mini-program in the last two hours.
   * Throws among others `userNotRecent`; then, and whenever WeChat does not answer, a person of our own has to look.
   */
  async msgSecCheck(openid: string, scene: CheckScene, content: string): Promise<Verdict> {
    const operation = 'msgSecCheck';
    if (content === '' || content.length > CHECKED_TEXT_MAX_CHARACTERS)
      throw new WechatError(operation, 'requestInvalid');
    const body = { version: 2, openid, scene, content };
    const answer = await this.withToken(operation, (query) =>
      this.readRepeatedly({ operation, path: '/wxa/msg_sec_check', query, body }, checkAnswer),
    );
    return answer.result.suggest;
  }

  /**
   * A mini-program code that opens `page` with `scene`. 280–1,280 px wide. WeChat draws a PNG or a JPEG as it likes.
   * Of the formal version only, the page must be published (`pageInvalid`).
   */
  async getUnlimitedQRCode(scene: string, page: string, widthPx: number): Promise<QrCode> {
    const operation = 'getUnlimitedQRCode';
    const fits = Number.isInteger(widthPx) && widthPx >= QR_WIDTH_MIN_PX && widthPx <= QR_WIDTH_MAX_PX;
    if (!isScene(scene) || !fits || page.startsWith('/') || page.includes('?'))
      throw new WechatError(operation, 'requestInvalid');
    const { appState, attempts, backoffMs } = this.options;
    const body = {
      scene,
      page,
      width: widthPx,
      check_path: appState === 'formal',
      env_version: { formal: 'release', trial: 'trial', developer: 'develop' }[appState],
    };
    return this.withToken(operation, (query) =>
      repeated({ attempts, backoffMs }, async () =>
        pictureOf(operation, await exchange(this.options, { operation, path: '/wxa/getwxacodeunlimit', query, body })),
      ),
    );
  }

  /** Exchanges the code of the phone-number button; each success costs money. Throws among others `codeInvalid`. */
  async getPhoneNumber(code: string): Promise<PhoneNumber> {
    const operation = 'getPhoneNumber';
    const { phone_info: phone } = await this.withToken(operation, (query) =>
      this.readRepeatedly({ operation, path: '/wxa/business/getuserphonenumber', query, body: { code } }, phoneAnswer),
    );
    if (phone.watermark.appid !== this.options.appId) throw new WechatError(operation, 'unreadable');
    return { number: phone.purePhoneNumber, countryCode: phone.countryCode };
  }

  private async askForToken(mode: 'normal' | 'force'): Promise<GrantedToken> {
    const { appId, appSecret } = this.configured('accessToken');
    const request: WechatRequest = {
      operation: 'accessToken',
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: mode === 'force' },
    };
    // Each forced renewal counts, also one whose answer is lost.
    const attempts = mode === 'force' ? 1 : this.options.attempts;
    const answer = await this.readRepeatedly(request, tokenAnswer, attempts);
    return { token: answer.access_token, expiresInS: answer.expires_in };
  }

  private readRepeatedly<Shape extends z.ZodType>(
    request: WechatRequest,
    shape: Shape,
    attempts = this.options.attempts,
  ): Promise<z.output<Shape>> {
    return repeated({ attempts, backoffMs: this.options.backoffMs }, async () =>
      readJson(request.operation, await exchange(this.options, request), shape),
    );
  }

  /** Calls with the token; when WeChat refuses the token, which is before it does anything, once more with another. */
  private async withToken<Answer>(
    operation: WechatOperation,
    call: (query: { access_token: string }) => Promise<Answer>,
  ): Promise<Answer> {
    this.configured(operation);
    const token = await this.tokens.get();
    try {
      return await call({ access_token: token });
    } catch (error) {
      if (!(error instanceof WechatError) || error.kind !== 'tokenInvalid') throw error;
      return call({ access_token: await this.tokens.replace(token) });
    }
  }

  private configured(operation: WechatOperation): { appId: string; appSecret: string } {
    const { appId, appSecret } = this.options;
    if (appId === '' || appSecret === '') throw new WechatError(operation, 'notConfigured');
    return { appId, appSecret };
  }
}

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);

/** Told by the first bytes: the documentation promises a picture, not of which kind. */
function pictureOf(operation: WechatOperation, answer: Buffer): QrCode {
  if (answer.subarray(0, PNG_START.length).equals(PNG_START)) return { bytes: answer, mediaType: 'image/png' };
  if (answer.subarray(0, JPEG_START.length).equals(JPEG_START)) return { bytes: answer, mediaType: 'image/jpeg' };
  throw readJson(operation, answer, z.never());
}
