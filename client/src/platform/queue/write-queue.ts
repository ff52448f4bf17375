/**
 * Writes that wait on the phone. Each is stored with its key before it is sent, goes out in order, one at a time, and
 * only in the name of the person who made it. It survives a restart; what the service refuses stays until the person
 * decides.
 */
import type { Request } from '../api';
import { ApiProblem } from '../api-problem';
import { afterFailure, isTooOld, needsSignIn, nextToSend, type QueuedWrite, TOO_OLD, triedAgain } from './queue.rules';

/** More than a day's work without a signal. */
const WRITES_MAX = 100;
/** WeChat refuses a key above 1 MB; a form is a few kB, and photos are uploaded on their own. */
const WRITE_MAX_CHARACTERS = 200_000;

/** Where writes are kept; see storage.ts. */
export interface QueueStorage {
  /** Keys in order. */
  list(): readonly string[];
  saveList(keys: readonly string[]): boolean;
  load(key: string): string | undefined;
  save(key: string, text: string): boolean;
  remove(key: string): void;
}

/** What the queue needs from the phone around it. */
export interface QueueParts {
  readonly storage: QueueStorage;
  /** Sends once. Throws ApiProblem. */
  send(write: QueuedWrite): Promise<unknown>;
  /** Called whenever a write has reached the service. */
  sent(): void;
  /** Who is signed in. */
  personId(): string | undefined;
  isOnline(): boolean;
  now(): number;
  random(): number;
  /** Calls back once, after so many milliseconds; a later call takes the place of an earlier one. */
  wakeIn(ms: number, wake: () => void): void;
}

/** What became of a new write at once: sent with its answer, or it waits. */
export type Written = { readonly state: 'sent'; readonly answer: unknown } | { readonly state: 'waiting' };

type Settle = { resolve(written: Written): void; reject(problem: ApiProblem): void };

export class WriteQueue {
  private readonly listeners = new Set<() => void>();
  /** Who stands waiting at a form, by key. */
  private readonly standing = new Map<string, Settle>();
  private sending: string | undefined;
  /** What is kept, as it was last read. */
  private texts: readonly string[] = [];
  private writes: readonly QueuedWrite[] = [];

  constructor(private readonly parts: QueueParts) {
    this.refresh();
  }

  /** Everything that waits or was refused, of everybody, in order. The same array until something changes. */
  all = (): readonly QueuedWrite[] => this.writes;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Stores the write, then sends it if nothing stands in its way.
   * @returns once it was sent, or once it is clear that it waits
   * @throws ApiProblem when the service refuses it at once (it is not kept: the person is still at the form and can mend
   * it), when nobody is signed in, or when the phone has no room
   */
  add(key: string, request: Request, what: string): Promise<Written> {
    const personId = this.parts.personId();
    if (personId === undefined) return Promise.reject(new ApiProblem('session.missing', '请先登录', 401));
    const createdAtMs = this.parts.now();
    const fresh = { key, personId, what, request, createdAtMs, attempts: 0, notBeforeMs: 0, isToldToWait: false };
    if (!this.keepNew(fresh))
      return Promise.reject(new ApiProblem('queue.full', '手机里存不下了', 0, '请到信号好的地方，等前面的先传上去'));
    return new Promise((resolve, reject) => {
      this.standing.set(key, { resolve, reject });
      this.wake();
    });
  }

  /** Sends what may go now: after a start, a sign-in, a new signal. */
  wake(): void {
    if (this.sending === undefined) void this.pump();
  }

  /** A new signal, or somebody has signed in: what waited only for that does not wait longer. */
  wakeAnew(): void {
    this.refresh();
    for (const write of this.writes.filter(({ refusal }) => !refusal)) {
      const again = triedAgain(write, this.parts.now());
      if (again !== write) this.replace(again);
    }
    this.wake();
  }

  /** The person wants it sent again. */
  retry(key: string): void {
    this.refresh();
    const write = this.writes.find((one) => one.key === key);
    if (write) this.replace(triedAgain(write, this.parts.now()));
    this.wake();
  }

  /** The person does not want it any more. One that is just going out cannot be held back. */
  discard(key: string): void {
    if (key === this.sending) return;
    this.drop(key);
    this.wake();
  }

  /** Reads again what is kept, because another window of this browser may have changed it. */
  refresh(): void {
    const texts = this.read();
    if (texts.length === this.texts.length && texts.every((text, i) => text === this.texts[i])) return;
    this.texts = texts;
    this.writes = texts.flatMap(parsed);
    for (const listener of this.listeners) listener();
  }

  private async pump(): Promise<void> {
    for (let next = this.next(); next; next = this.next()) {
      this.sending = next.key;
      await this.sendOne(next).finally(() => {
        this.sending = undefined;
      });
    }
    // Nothing more goes out now: whoever stands at a form need not stand there.
    for (const { resolve } of this.standing.values()) resolve({ state: 'waiting' });
    this.standing.clear();
  }

  private next(): QueuedWrite | undefined {
    const { personId, isOnline, now, wakeIn } = this.parts;
    const person = personId();
    if (person === undefined || !isOnline()) return undefined;
    this.refresh();
    for (const write of this.writes)
      if (!write.refusal && isTooOld(write, now())) this.replace({ ...write, refusal: TOO_OLD });
    const next = nextToSend(this.writes, person, now());
    if (!next) return undefined;
    if ('write' in next) return next.write;
    wakeIn(next.atMs - now(), () => this.wake());
    return undefined;
  }

  private async sendOne(write: QueuedWrite): Promise<void> {
    const standing = this.standing.get(write.key);
    try {
      const answer = await this.parts.send(write);
      this.drop(write.key);
      this.standing.delete(write.key);
      standing?.resolve({ state: 'sent', answer });
      this.parts.sent();
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      // The session is gone: nothing of this person goes out until they have signed in again.
      const after = afterFailure(write, failure, this.parts.now(), this.parts.random());
      if (after.refusal && standing) {
        this.drop(write.key);
        this.standing.delete(write.key);
        standing.reject(failure);
      } else this.replace(needsSignIn(failure) ? this.untilSignedIn(after) : after);
    }
  }

  /** A short pause, in case the session was ended but not forgotten: signing in wakes the queue before it is over. */
  private untilSignedIn(write: QueuedWrite): QueuedWrite {
    return { ...write, notBeforeMs: this.parts.now() + 60_000 };
  }

  private keepNew(write: QueuedWrite): boolean {
    const { storage } = this.parts;
    const keys = storage.list();
    const text = JSON.stringify(write);
    if (keys.length >= WRITES_MAX || text.length > WRITE_MAX_CHARACTERS) return false;
    // The list first: what it names and is not there was never promised, and is left out when it is read.
    const isKept = storage.saveList([...keys, write.key]) && storage.save(write.key, text);
    if (isKept) this.refresh();
    else storage.saveList(keys);
    return isKept;
  }

  private replace(write: QueuedWrite): void {
    // One that another window has sent or dropped meanwhile stays gone.
    if (!this.parts.storage.list().includes(write.key)) return;
    this.parts.storage.save(write.key, JSON.stringify(write));
    this.refresh();
  }

  private drop(key: string): void {
    const { storage } = this.parts;
    storage.saveList(storage.list().filter((one) => one !== key));
    storage.remove(key);
    this.refresh();
  }

  private read(): readonly string[] {
    const { storage } = this.parts;
    return storage.list().map((key) => storage.load(key) ?? '');
  }
}

function parsed(text: string): QueuedWrite[] {
  try {
    return [JSON.parse(text) as QueuedWrite];
  } catch {
    // A phone that died while it wrote: nobody was told that this was kept.
    return [];
  }
}
