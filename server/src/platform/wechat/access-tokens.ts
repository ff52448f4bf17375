/**
 * One access token for all processes. It lives in the database; each process remembers it until it is due. Then, or
 * when WeChat refuses it, exactly one process gets the next one, under a lease; the others go on with the old one while
 * that works, and wait otherwise.
 */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log/log';
import { WechatError } from './wechat-error';
import type { TokenGrant, WechatTokenStore } from './wechat-token.store';

/** WeChat grants the next token from 5 minutes before the end and then takes both: asked earlier, it repeats the old one. */
const REFRESH_AHEAD_MS = 4 * 60_000;
/** Between two attempts to renew a token that still works. */
const RETRY_AFTER_MS = 30_000;
/** How often a process without a token looks whether another has got it. */
const LOOK_AGAIN_MS = 100;

/** As WeChat answers `stable_token`. */
export interface GrantedToken {
  readonly token: string;
  readonly expiresInS: number;
}

/** normal: the token in force, however often asked. force: a new one at once, 20 a day. */
export type AskForToken = (mode: 'normal' | 'force') => Promise<GrantedToken>;

export interface AccessTokenOptions {
  readonly appId: string;
  /** After which a process that holds the lease counts as dead: longer than its requests can take. */
  readonly leaseMs: number;
  /** How long a caller waits for another process's renewal before it gives up with `timeout`. */
  readonly waitMs: number;
  readonly now: () => number;
}

export class AccessTokens {
  private known: TokenGrant | undefined;
  /** What this process is getting at the moment, by the token that it shall replace. */
  private readonly pending = new Map<string, Promise<string>>();

  constructor(
    private readonly options: AccessTokenOptions,
    private readonly store: WechatTokenStore,
    private readonly ask: AskForToken,
    private readonly log: Log,
  ) {}

  /** A token that works as far as is known. Throws a WechatError of the operation `accessToken`. */
  async get(): Promise<string> {
    const now = this.options.now();
    if (this.known && now < this.known.refreshAt.getTime()) return this.known.token;
    // While one caller renews it, the others need not wait: the old one works for minutes yet.
    if (this.known && this.pending.size > 0 && now < this.known.expiresAt.getTime()) return this.known.token;
    return this.once(undefined);
  }

  /** Another token than the one that WeChat has just refused. Throws `tokenInvalid` when none can be had now. */
  async replace(refused: string): Promise<string> {
    if (this.known?.token === refused) this.known = undefined;
    return this.once(refused);
  }

  /** However many callers ask for the same thing in this process, it is done once. */
  private once(refused: string | undefined): Promise<string> {
    const key = refused ?? '';
    const running = this.pending.get(key) ?? this.obtain(refused).finally(() => this.pending.delete(key));
    this.pending.set(key, running);
    return running;
  }

  private async obtain(refused: string | undefined): Promise<string> {
    const { appId, leaseMs, waitMs, now } = this.options;
    const owner = `${hostname()}/${process.pid}/${randomBytes(6).toString('hex')}`;
    const waitUntil = performance.now() + waitMs;
    for (;;) {
      const found = await this.store.find(appId);
      const other = found && found.token !== refused ? found : undefined;
      if (other && now() < other.refreshAt.getTime()) return this.remember(other);
      // What is kept is another token, only due as well: then that one is renewed, and the refused one is history.
      const toReplace = found?.token === refused ? refused : undefined;
      if (await this.store.takeLease(appId, owner, new Date(now()), leaseMs, toReplace))
        return this.renew(owner, toReplace, other);
      if (other && now() < other.expiresAt.getTime()) return other.token;
      if (performance.now() >= waitUntil) throw new WechatError('accessToken', 'timeout');
      await sleep(LOOK_AGAIN_MS);
    }
  }

  /** Gets the next token while holding the lease. @param old what still works if that fails */
  private async renew(owner: string, refused: string | undefined, old: TokenGrant | undefined): Promise<string> {
    const { appId, now } = this.options;
    const oldWorks = old !== undefined && now() < old.expiresAt.getTime();
    try {
      const askedAt = now();
      const granted = await this.askFor(owner, refused);
      const grant = grantOf(granted, askedAt);
      // Taken over because it took too long: the token is good all the same, the other's is what is kept.
      const kept = await this.store.keep(appId, owner, grant);
      this.log.info({ expiresInS: granted.expiresInS, replaced: refused !== undefined, kept }, 'wechat token renewed');
      return kept ? this.remember(grant) : grant.token;
    } catch (error) {
      const retryAt = Math.min(now() + RETRY_AFTER_MS, old?.expiresAt.getTime() ?? 0);
      await this.store.release(appId, owner, oldWorks ? new Date(retryAt) : undefined);
      if (!oldWorks || !(error instanceof WechatError)) throw error;
      this.log.warn({ err: error }, 'wechat token not renewed, the old one still works');
      return old.token;
    }
  }

  /**
   * The next token. A refused one is first asked for in the normal way: where another system has forced a renewal, that
   * answers the token now in force, and forcing again would take it from the other system in turn.
   */
  private async askFor(owner: string, refused: string | undefined): Promise<GrantedToken> {
    const granted = await this.ask('normal');
    if (granted.token !== refused) return granted;
    if (!(await this.store.countForced(this.options.appId, owner, new Date(this.options.now()))))
      throw new WechatError('accessToken', 'tokenInvalid');
    const forced = await this.ask('force').catch(() => this.ask('normal'));
    if (forced.token === refused) throw new WechatError('accessToken', 'tokenInvalid');
    return forced;
  }

  private remember(grant: TokenGrant): string {
    this.known = grant;
    return grant.token;
  }
}

function grantOf({ token, expiresInS }: GrantedToken, askedAt: number): TokenGrant {
  const expiresAt = askedAt + expiresInS * 1000;
  const refreshAt = Math.min(expiresAt, Math.max(expiresAt - REFRESH_AHEAD_MS, askedAt + RETRY_AFTER_MS));
  return { token, expiresAt: new Date(expiresAt), refreshAt: new Date(refreshAt) };
}
