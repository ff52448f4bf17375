/**
 * Access tokens as `stable_token` documents them: two hours; asked in the normal way, the same one until 5 minutes
 * before its end, and both old and new work then; forced, a new one at once that ends the old, 20 times a day and not
 * again within 30 s.
 */
import { randomBytes } from 'node:crypto';
import { localDateOf } from '@xiangyue/shared/kernel/time';

const LIFETIME_MS = 2 * 3600_000;
const OVERLAP_MS = 5 * 60_000;
const FORCED_PER_DAY = 20;
const FORCED_APART_MS = 30_000;

export class TokenDesk {
  private current = { token: '', expiresAt: 0 };
  private previous = { token: '', expiresAt: 0 };
  private refusedToken = '';
  private forcedAt = Number.NEGATIVE_INFINITY;
  private forced = { day: '', times: 0 };

  /** How many different tokens there were. */
  issued = 0;

  constructor(private readonly now: () => number) {}

  /** The token in force and its remaining seconds, or the number of the refusal. */
  grant(force: boolean): { access_token: string; expires_in: number } | { errcode: number } {
    const now = this.now();
    if (force) {
      const day = localDateOf(now);
      if (this.forced.day !== day) this.forced = { day, times: 0 };
      if (this.forced.times >= FORCED_PER_DAY) return { errcode: 45009 };
      this.forced.times++;
      if (now - this.forcedAt >= FORCED_APART_MS) {
        this.forcedAt = now;
        this.issue();
        this.previous = { token: '', expiresAt: 0 };
      }
    } else if (this.current.expiresAt - now <= OVERLAP_MS) this.issue();
    return {
      access_token: this.current.token,
      expires_in: Math.floor((this.current.expiresAt - now) / 1000),
    };
  }

  /** 0 when the token works, else the number of the refusal. */
  check(token: string | null): number {
    if (!token) return 41001;
    if (token === this.refusedToken) return 40001;
    for (const known of [this.current, this.previous])
      if (token === known.token) return this.now() < known.expiresAt ? 0 : 42001;
    return 40001;
  }

  /** As when another system with the same secret forces a renewal: our token ends, the normal way answers the new one. */
  replaceElsewhere(): void {
    this.issue();
    this.previous = { token: '', expiresAt: 0 };
  }

  /** The token in force is refused from now on, though the normal way still answers it. */
  refuseCurrent(): void {
    this.refusedToken = this.current.token;
  }

  private issue(): void {
    const now = this.now();
    this.previous = { token: this.current.token, expiresAt: Math.min(this.current.expiresAt, now + OVERLAP_MS) };
    this.current = { token: `stand-in-${randomBytes(24).toString('hex')}`, expiresAt: now + LIFETIME_MS };
    this.issued++;
  }
}
