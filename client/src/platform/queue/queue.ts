/** This phone's queue of writes, and how a feature puts one in. */
import Taro from '@tarojs/taro';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useSyncExternalStore } from 'react';
import { type AnyRoute, type Input, mayWait, requestOf, sendStored } from '../api';
import { isOnline, onNetworkChange } from '../network';
import { useSession } from '../session';
import { load, loadOne, removeOne, save, saveOne } from '../storage';
import { newWriteKey } from '../write-key';
import type { QueuedWrite } from './queue.rules';
import { tellSent } from './sent';
import { WriteQueue } from './write-queue';

let timer: ReturnType<typeof setTimeout> | undefined;
/** Timers of browsers count to 24 days; nothing waits for longer than an hour without a look. */
const LONGEST_TIMER_MS = 3600_000;

export const writeQueue = new WriteQueue({
  storage: {
    list: () => load('writes') ?? [],
    saveList: (keys) => save('writes', [...keys]),
    load: (key) => loadOne('write', key),
    save: (key, text) => saveOne('write', key, text),
    remove: (key) => removeOne('write', key),
  },
  send: ({ request, key, personId }) => sendStored(request, key, personId),
  sent: tellSent,
  personId: () => useSession.getState().session?.personId,
  isOnline,
  now: Date.now,
  random: Math.random,
  wakeIn(ms, wake) {
    clearTimeout(timer);
    timer = setTimeout(wake, Math.min(ms, LONGEST_TIMER_MS));
  },
});

/** From now on the queue sends by itself. Called once, when the app starts. */
export function startWriteQueue(): void {
  onNetworkChange(() => isOnline() && writeQueue.wakeAnew());
  useSession.subscribe(({ session }, { session: before }) => session?.token !== before?.token && writeQueue.wakeAnew());
  if (process.env.TARO_ENV === 'weapp') Taro.onAppShow(() => writeQueue.wake());
  else window.addEventListener('storage', () => writeQueue.refresh());
  writeQueue.wake();
}

/**
 * Does a write that may wait: sent now, or stored on the phone until it can be.
 * @param what what the person did, for the list of what waits: 改姓名：田秀英
 * @throws ApiProblem when the service refuses it at once, or the phone has no room
 */
export async function writeSoon<R extends AnyRoute>(
  route: R,
  input: Input<R>,
  what: string,
): Promise<{ state: 'sent'; answer: OutputOf<R> } | { state: 'waiting' }> {
  if (!mayWait(route)) throw new Error(`${requestOf(route, input).url} may not wait: the contract does not say so`);
  const key = await newWriteKey();
  return (await writeQueue.add(key, requestOf(route, input), what)) as
    | { state: 'sent'; answer: OutputOf<R> }
    | { state: 'waiting' };
}

/** What waits or was refused, of whoever is signed in. */
export function useWrites(): readonly QueuedWrite[] {
  const personId = useSession(({ session }) => session?.personId);
  const writes = useSyncExternalStore(writeQueue.subscribe, writeQueue.all, writeQueue.all);
  return writes.filter((write) => write.personId === personId);
}

/** The last write to this address that still waits: what the person sees as done already. */
export function waitingFor<R extends AnyRoute>(
  writes: readonly QueuedWrite[],
  route: R,
  input: Input<R>,
): QueuedWrite | undefined {
  const { method, url } = requestOf(route, input);
  const same = writes.filter(({ request, refusal }) => !refusal && request.method === method && request.url === url);
  return same[same.length - 1];
}
