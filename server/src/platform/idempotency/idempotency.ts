/**
 * Every write from a phone carries a key that the phone made and stored before it sent. Look up, do, keep the reply:
 * the same key gives the same reply, the same key with another body is refused, and a crash half way lets the write be
 * done again, which handlers make harmless by using the key themselves.
 */
import { createHash } from 'node:crypto';
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { problem } from '@xiangyue/shared/problems';
import { PersonalData } from '../personal-data/personal-data';
import { IdempotencyStore } from './idempotency.store';

/** A phone may lie in a drawer without signal for some days before its queue goes out. */
const KEPT_MS = 7 * 24 * 3600_000;
/** Longer than any write takes, shorter than a person waits before trying again. */
const LEASE_MS = 30_000;
const KEY = /^[\w-]{16,64}$/;

/** One write: who sends it, to which route, with which key and content. */
export interface Write {
  readonly personId: string;
  readonly route: string;
  readonly key: string;
  readonly input: unknown;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class Idempotency {
  @Inject()
  private readonly store!: IdempotencyStore;

  @Inject()
  private readonly personalData!: PersonalData;

  @Init()
  init(): void {
    const erases = { erased: ['最近七天提交过的内容的回执'], kept: [] };
    this.personalData.register({
      key: 'idempotency',
      title: '提交回执',
      foretells: erases,
      // Each reply shows what is kept elsewhere, under the part that keeps it.
      gather: async () => [],
      erase: async (personId) => {
        await this.store.removeAll(personId);
        return erases;
      },
    });
  }

  /** The key as it was sent. Problems: `request.keyMissing`. */
  keyFrom(header: string | undefined): string {
    if (header === undefined || !KEY.test(header)) throw problem('request.keyMissing');
    return header;
  }

  /**
   * Does the write once and gives its reply, now and whenever the key comes again.
   * Problems: `request.keyReused`, `request.inProgress`, and whatever the write itself refuses with.
   */
  async once({ personId, route, key, input }: Write, now: Date, write: () => Promise<string>): Promise<string> {
    const id = `${personId}:${route}:${key}`;
    const requestHash = createHash('sha256').update(canonicalJson(input)).digest('base64url');
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const claimed = await this.store.insert({
      _id: id,
      requestHash,
      leaseUntil,
      expiresAt: new Date(now.getTime() + KEPT_MS),
    });
    if (!claimed) {
      const earlier = await this.earlierReply(id, requestHash, now, leaseUntil);
      if (earlier !== undefined) return earlier;
    }
    try {
      const reply = await write();
      await this.store.keepReply(id, reply);
      return reply;
    } catch (error) {
      await this.store.release(id);
      throw error;
    }
  }

  /** The reply that was given before; undefined when this caller has taken the write over and must do it. */
  private async earlierReply(
    id: string,
    requestHash: string,
    now: Date,
    leaseUntil: Date,
  ): Promise<string | undefined> {
    const earlier = await this.store.find(id);
    if (earlier && earlier.requestHash !== requestHash) throw problem('request.keyReused');
    if (earlier?.reply !== undefined) return earlier.reply;
    if (earlier && (await this.store.takeOver(id, now, leaseUntil))) return undefined;
    // Being done right now, or just refused and given back: either way the phone asks again in a moment.
    throw problem('request.inProgress', undefined, { headers: { 'Retry-After': '1' } });
  }
}

/** The same text for the same content, whatever the order of its keys. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
