/** What can go wrong when WeChat is asked for something: callers switch on a word, never on a number. */

export type WechatOperation =
  | 'accessToken'
  | 'code2Session'
  | 'sendSubscribeMessage'
  | 'msgSecCheck'
  | 'getUnlimitedQRCode'
  | 'getPhoneNumber';

export type WechatErrorKind =
  /** The code of wx.login or of the phone button is wrong or older than 5 minutes: the phone asks for a new one. */
  | 'codeInvalid'
  /** The code was exchanged before: the phone asks for a new one. */
  | 'codeUsed'
  /** WeChat itself holds this account for risky and refuses the sign-in. */
  | 'userBlocked'
  | 'openidInvalid'
  /** The content check wants somebody who opened the mini-program in the last two hours. */
  | 'userNotRecent'
  /** No consent left for this template: the person's counter is zero, whatever ours says. */
  | 'notSubscribed'
  /** The account may not use this ability (any more): a person has to look into it. */
  | 'capabilityBanned'
  | 'templateInvalid'
  | 'pageInvalid'
  /** A template field is empty, too long or of the wrong type; `field` names it where WeChat does. */
  | 'fieldInvalid'
  | 'sensitive'
  /** Another message is on its way to the same person at this moment. */
  | 'concurrent'
  /** WeChat is busy or fails (-1, HTTP 5xx). Whether it did anything is not known. */
  | 'busy'
  /** Too many calls in this minute or on this day. */
  | 'rateLimited'
  /** The access token is refused, and a new one could not be had. */
  | 'tokenInvalid'
  /** App id, secret or the address of this server is not accepted: a person has to correct the configuration. */
  | 'credentialsInvalid'
  /** No app id or secret is configured: WeChat was not asked. */
  | 'notConfigured'
  /** What we ask is outside the documented limits. */
  | 'requestInvalid'
  /** No answer in time. Whether WeChat did anything is not known. */
  | 'timeout'
  /** No connection came about, so WeChat has not seen the request. */
  | 'unreachable'
  /** The connection broke before the answer was complete. Whether WeChat did anything is not known. */
  | 'connectionLost'
  /** The answer is not what the documentation says. Whether WeChat did anything is not known. */
  | 'unreadable'
  /** A refusal that is not in our table. */
  | 'unlisted';

/** Numbers of the platform's documentation; some abilities use a number of their own for the same thing. */
const KIND_OF_ERRCODE: Readonly<Record<number, WechatErrorKind>> = {
  [-1]: 'busy',
  40001: 'tokenInvalid',
  40003: 'openidInvalid',
  40013: 'credentialsInvalid',
  40014: 'tokenInvalid',
  40029: 'codeInvalid',
  40037: 'templateInvalid',
  40097: 'requestInvalid',
  40125: 'credentialsInvalid',
  40129: 'requestInvalid',
  40163: 'codeUsed',
  40164: 'credentialsInvalid',
  40169: 'requestInvalid',
  40226: 'userBlocked',
  40243: 'credentialsInvalid',
  41001: 'tokenInvalid',
  41002: 'credentialsInvalid',
  41004: 'credentialsInvalid',
  41030: 'pageInvalid',
  42001: 'tokenInvalid',
  43101: 'notSubscribed',
  43104: 'openidInvalid',
  43107: 'capabilityBanned',
  43108: 'concurrent',
  44002: 'requestInvalid',
  45002: 'requestInvalid',
  45009: 'rateLimited',
  45011: 'rateLimited',
  45168: 'sensitive',
  47001: 'requestInvalid',
  47003: 'fieldInvalid',
  48001: 'capabilityBanned',
  61010: 'userNotRecent',
  87014: 'sensitive',
};

/** These answer with the app's secret in hand and no access token, so that 40001 means the secret there. */
const WITHOUT_TOKEN: ReadonlySet<WechatOperation> = new Set(['accessToken', 'code2Session']);

/** @param errcode as WeChat answered it; 0 is not an error and not known here */
export function kindOfErrcode(operation: WechatOperation, errcode: number): WechatErrorKind {
  if (errcode === 40001 && WITHOUT_TOKEN.has(operation)) return 'credentialsInvalid';
  return KIND_OF_ERRCODE[errcode] ?? 'unlisted';
}

/** What is known beyond the kind. Never a text of WeChat's or the network's: those quote openids and addresses. */
export interface WechatErrorDetails {
  readonly errcode?: number;
  readonly httpStatus?: number;
  /** The name of a template field: `thing1`. */
  readonly field?: string;
  /** WeChat's number of the request, by which its support finds it. */
  readonly rid?: string;
  /** The operating system's word for what broke: `ECONNRESET`. */
  readonly networkCode?: string;
}

/** Safe to log whole: it holds no secret, no token, no person and no text of a person. */
export class WechatError extends Error {
  override readonly name = 'WechatError';
  readonly errcode: number | undefined;
  readonly httpStatus: number | undefined;
  readonly field: string | undefined;
  readonly rid: string | undefined;
  readonly networkCode: string | undefined;

  constructor(
    readonly operation: WechatOperation,
    readonly kind: WechatErrorKind,
    details: WechatErrorDetails = {},
  ) {
    const known = Object.entries(details).map(([name, value]) => `, ${name} ${value}`);
    super(`WeChat ${operation}: ${kind}${known.join('')}`);
    this.errcode = details.errcode;
    this.httpStatus = details.httpStatus;
    this.field = details.field;
    this.rid = details.rid;
    this.networkCode = details.networkCode;
  }
}

/** WeChat's refusal as an error. Of its text only the request's number and a field's name are taken. */
export function refusal(operation: WechatOperation, errcode: number, errmsg: string): WechatError {
  const rid = /\brid: ?([0-9a-f-]{8,40})\b/.exec(errmsg)?.[1];
  const field = /\bdata\.([a-z_]{1,20}\d{1,3})\b/.exec(errmsg)?.[1];
  return new WechatError(operation, kindOfErrcode(operation, errcode), {
    errcode,
    ...(field !== undefined && { field }),
    ...(rid !== undefined && { rid }),
  });
}
