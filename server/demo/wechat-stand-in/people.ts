/** Who uses the stand-in's mini-program: openids, codes that work once and for 5 minutes, consents, and who came lately. */
import { createHash, randomBytes } from 'node:crypto';

const CODE_LIFETIME_MS = 5 * 60_000;
const RECENT_MS = 2 * 3600_000;
/** Codes and people kept; a stand-in that runs for days must not grow without end. */
const CODES_KEPT = 10_000;

/** `demo-` and a name, which may carry a number of the try after a dot, so that no two codes need be alike: `demo-li.7`. */
const DEMO_CODE = /^demo-([a-z0-9-]{1,32})(?:\.\w{1,16})?$/;

type CodeKind = 'login' | 'phone';

interface IssuedCode {
  readonly kind: CodeKind;
  /** Of the person for a sign-in, the phone number itself otherwise. */
  readonly holder: string;
  readonly expiresAt: number;
  used: boolean;
}

export class People {
  private readonly codes = new Map<string, IssuedCode>();
  private readonly seenAt = new Map<string, number>();
  private readonly consents = new Map<string, number>();
  private readonly blocked = new Set<string>();

  /** @param trusting demo codes work again and again, every well-formed openid is known, recent and has consented */
  constructor(
    private readonly appId: string,
    private readonly trusting: boolean,
    private readonly now: () => number,
  ) {}

  /** The openid of a name: the same in every run. */
  openidOf(name: string): string {
    return `o${createHash('sha256').update(`${this.appId} ${name}`).digest('base64url').slice(0, 27)}`;
  }

  /** What wx.login or the phone-number button would give. */
  issueCode(kind: CodeKind, holder: string): string {
    const [oldest] = this.codes.keys();
    if (oldest !== undefined && this.codes.size >= CODES_KEPT) this.codes.delete(oldest);
    const code = randomBytes(16).toString('hex');
    this.codes.set(code, { kind, holder, expiresAt: this.now() + CODE_LIFETIME_MS, used: false });
    return code;
  }

  /** Signs in; the person counts as recent from now on. */
  signIn(code: string): { openid: string; session_key: string } | { errcode: number } {
    const holder = this.exchange('login', code);
    if (typeof holder === 'number') return { errcode: holder };
    const openid = this.openidOf(holder);
    if (this.blocked.has(openid)) return { errcode: 40226 };
    this.seenAt.set(openid, this.now());
    return { openid, session_key: randomBytes(16).toString('base64') };
  }

  /** The phone number of a code; of a demo code an invented one. */
  phoneOf(code: string): string | { errcode: number } {
    const holder = this.exchange('phone', code);
    return typeof holder === 'number' ? { errcode: holder } : holder;
  }

  private exchange(kind: CodeKind, code: string): string | number {
    const name = this.trusting && DEMO_CODE.exec(code)?.[1];
    if (name) return kind === 'login' ? name : demoPhone(name);
    const issued = this.codes.get(code);
    if (issued?.kind !== kind || this.now() >= issued.expiresAt) return 40029;
    if (issued.used) return 40163;
    issued.used = true;
    return issued.holder;
  }

  isKnown(openid: string): boolean {
    return this.trusting ? /^o[\w-]{27}$/.test(openid) : this.seenAt.has(openid);
  }

  isRecent(openid: string): boolean {
    return this.trusting || this.now() - (this.seenAt.get(openid) ?? Number.NEGATIVE_INFINITY) < RECENT_MS;
  }

  /** As taps on 允许: each lets one message of the template through. Makes the person known, not recent. */
  grantConsent(openid: string, templateId: string, times = 1): void {
    if (!this.seenAt.has(openid)) this.seenAt.set(openid, Number.NEGATIVE_INFINITY);
    const key = `${openid} ${templateId}`;
    this.consents.set(key, (this.consents.get(key) ?? 0) + times);
  }

  consentsLeft(openid: string, templateId: string): number {
    return this.consents.get(`${openid} ${templateId}`) ?? 0;
  }

  /** Uses one consent up; false when there is none. */
  useConsent(openid: string, templateId: string): boolean {
    if (this.trusting) return true;
    const left = this.consentsLeft(openid, templateId);
    if (left > 0) this.consents.set(`${openid} ${templateId}`, left - 1);
    return left > 0;
  }

  /** As an account that WeChat holds for risky. */
  block(openid: string): void {
    this.blocked.add(openid);
  }
}

/** An invented number, the same for the same name. */
function demoPhone(name: string): string {
  const digits = createHash('sha256').update(name).digest().readUInt32BE() % 10_000;
  return `1700000${String(digits).padStart(4, '0')}`;
}
