import { ApiProblem } from '../api-problem';
import type { QueuedWrite } from './queue.rules';
import { type QueueStorage, WriteQueue, type Written } from './write-queue';

/** A phone with a network that answers as told; its storage outlives the queue. */
class Phone {
  readonly kept = new Map<string, string>();
  keys: readonly string[] = [];
  personId: string | undefined = 'lan';
  online = true;
  nowMs = 1_000_000;
  /** What arrived at the service, in order. */
  readonly arrived: string[] = [];
  answer: (write: QueuedWrite) => unknown = () => ({});
  wakes: { atMs: number; wake: () => void } | undefined;
  full = false;
  /** How often the screens were told that something arrived. */
  told = 0;

  readonly storage: QueueStorage = {
    list: () => this.keys,
    saveList: (keys) => {
      this.keys = keys;
      return true;
    },
    load: (key) => this.kept.get(key),
    save: (key, text) => !this.full && Boolean(this.kept.set(key, text)),
    remove: (key) => void this.kept.delete(key),
  };

  start(): WriteQueue {
    return new WriteQueue({
      storage: this.storage,
      send: async (write) => {
        const answer = await this.answer(write);
        this.arrived.push(write.key);
        return answer;
      },
      sent: () => {
        this.told++;
      },
      personId: () => this.personId,
      isOnline: () => this.online,
      now: () => this.nowMs,
      random: () => 0.5,
      wakeIn: (ms, wake) => {
        this.wakes = { atMs: this.nowMs + ms, wake };
      },
    });
  }

  async pass(ms: number): Promise<void> {
    this.nowMs += ms;
    if (this.wakes && this.wakes.atMs <= this.nowMs) this.wakes.wake();
    await settled();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const fails =
  (status: number, code = 'a.b', retryAfterMs?: number) =>
  () => {
    throw new ApiProblem(code, '不行', status, '请重填', [], 'k3v9x2', retryAfterMs);
  };
const add = (queue: WriteQueue, key: string): Promise<Written> =>
  queue.add(key, { method: 'PUT', url: '/me/name', body: { name: key } }, `改姓名：${key}`);
const keysOf = (queue: WriteQueue) => queue.all().map(({ key }) => key);

let phone: Phone;
beforeEach(() => {
  phone = new Phone();
});

test('with a signal it is stored, sent, answered and gone', async () => {
  const queue = phone.start();
  let storedBefore = false;
  phone.answer = ({ key }) => {
    storedBefore = phone.keys.includes(key) && phone.kept.has(key);
    return { id: 7 };
  };
  expect(await add(queue, 'a')).toEqual({ state: 'sent', answer: { id: 7 } });
  expect(storedBefore).toBe(true);
  expect([queue.all(), phone.keys, phone.kept.size, phone.told]).toEqual([[], [], 0, 1]);
});

test('without a signal it waits, survives a restart, and goes out once, in order', async () => {
  phone.online = false;
  const before = phone.start();
  expect(await Promise.all([add(before, 'a'), add(before, 'b'), add(before, 'c')])).toEqual([
    { state: 'waiting' },
    { state: 'waiting' },
    { state: 'waiting' },
  ]);
  const queue = phone.start();
  expect(keysOf(queue)).toEqual(['a', 'b', 'c']);
  phone.online = true;
  queue.wakeAnew();
  queue.wakeAnew();
  await settled();
  expect(phone.arrived).toEqual(['a', 'b', 'c']);
  expect(queue.all()).toEqual([]);
});

test('an answer that got lost: the same key goes out again, later each time', async () => {
  const queue = phone.start();
  let tries = 0;
  phone.answer = () => {
    tries++;
    if (tries < 3) fails(0, 'network.timeout')();
    return {};
  };
  expect(await add(queue, 'a')).toEqual({ state: 'waiting' });
  await phone.pass(4_999);
  expect(tries).toBe(1);
  await phone.pass(1);
  expect(tries).toBe(2);
  await phone.pass(10_000);
  expect([tries, phone.arrived]).toEqual([3, ['a']]);
});

test('what the service asks to wait for is waited for, also when a signal comes back', async () => {
  const queue = phone.start();
  phone.answer = fails(503, 'service.notReady', 60_000);
  await add(queue, 'a');
  phone.answer = () => ({});
  queue.wakeAnew();
  queue.retry('a');
  await phone.pass(59_999);
  expect(phone.arrived).toEqual([]);
  await phone.pass(1);
  expect(phone.arrived).toEqual(['a']);
});

test('a new signal ends a wait that was only for it', async () => {
  const queue = phone.start();
  phone.answer = fails(0, 'network.offline');
  await add(queue, 'a');
  phone.answer = () => ({});
  queue.wakeAnew();
  await settled();
  expect(phone.arrived).toEqual(['a']);
});

test('refused at once: the person at the form hears it, and nothing is kept', async () => {
  const queue = phone.start();
  phone.answer = fails(422, 'request.invalid');
  await expect(add(queue, 'a')).rejects.toMatchObject({ code: 'request.invalid', title: '不行' });
  expect(queue.all()).toEqual([]);
});

test('refused later: kept with the service’s words, and the others go on', async () => {
  phone.online = false;
  const queue = phone.start();
  await Promise.all([add(queue, 'a'), add(queue, 'b')]);
  phone.online = true;
  phone.answer = ({ key }) => (key === 'a' ? fails(409)() : {});
  queue.wakeAnew();
  await settled();
  expect(phone.arrived).toEqual(['b']);
  expect(queue.all()).toMatchObject([{ key: 'a', refusal: { code: 'a.b', title: '不行', detail: '请重填' } }]);
  // Still there after a restart, and not sent by itself.
  const restarted = phone.start();
  restarted.wakeAnew();
  await settled();
  expect([keysOf(restarted), phone.arrived]).toEqual([['a'], ['b']]);
  phone.answer = () => ({});
  restarted.retry('a');
  await settled();
  expect([keysOf(restarted), phone.arrived]).toEqual([[], ['b', 'a']]);
});

test('given up by the person', async () => {
  phone.online = false;
  const queue = phone.start();
  await Promise.all([add(queue, 'a'), add(queue, 'b')]);
  queue.discard('a');
  phone.online = true;
  queue.wakeAnew();
  await settled();
  expect([phone.arrived, phone.kept.size]).toEqual([['b'], 0]);
});

test('another person who signs in does not send it; the same one does', async () => {
  phone.online = false;
  const queue = phone.start();
  await add(queue, 'a');
  phone.online = true;
  for (const personId of [undefined, 'ming']) {
    phone.personId = personId;
    queue.wakeAnew();
    await settled();
    expect(phone.arrived).toEqual([]);
  }
  await add(queue, 'of-ming');
  expect(phone.arrived).toEqual(['of-ming']);
  phone.personId = 'lan';
  queue.wakeAnew();
  await settled();
  expect(phone.arrived).toEqual(['of-ming', 'a']);
});

test('a session that has ended holds everything until the person has signed in again', async () => {
  const queue = phone.start();
  phone.answer = () => {
    phone.personId = undefined;
    return fails(401, 'session.ended')();
  };
  expect(await add(queue, 'a')).toEqual({ state: 'waiting' });
  phone.answer = () => ({});
  queue.wake();
  await settled();
  expect(phone.arrived).toEqual([]);
  phone.personId = 'lan';
  queue.wakeAnew();
  await settled();
  expect(phone.arrived).toEqual(['a']);
});

test('one at a time: a second wake while one is under way sends nothing twice', async () => {
  const queue = phone.start();
  let release: () => void = () => undefined;
  let underWay = 0;
  let most = 0;
  phone.answer = async () => {
    most = Math.max(most, ++underWay);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    underWay--;
    return {};
  };
  const added = [add(queue, 'a'), add(queue, 'b')];
  for (let i = 0; i < 2; i++) {
    queue.wake();
    queue.wakeAnew();
    queue.discard(i === 0 ? 'a' : 'b');
    await settled();
    release();
    await settled();
  }
  await Promise.all(added);
  expect([phone.arrived, most]).toEqual([['a', 'b'], 1]);
});

test('two windows of one browser: what one has sent is gone in the other', async () => {
  phone.online = false;
  const [one, other] = [phone.start(), phone.start()];
  await add(one, 'a');
  await add(other, 'b');
  expect([keysOf(other), phone.keys]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
  phone.online = true;
  one.wakeAnew();
  await settled();
  other.wakeAnew();
  await settled();
  expect([phone.arrived, keysOf(other)]).toEqual([['a', 'b'], []]);
});

test('after six days nobody knows whether it was done: the person decides', async () => {
  const queue = phone.start();
  phone.answer = fails(0, 'network.timeout');
  await add(queue, 'a');
  phone.answer = () => ({});
  await phone.pass(6 * 24 * 3600_000 + 1);
  expect([phone.arrived, queue.all()[0]?.refusal?.code]).toEqual([[], 'queue.tooOld']);
  queue.retry('a');
  await settled();
  expect(phone.arrived).toEqual(['a']);
});

describe('no room', () => {
  test.each([
    ['the phone is full', { full: true }, 'a'],
    ['a hundred wait', { keys: Array.from({ length: 100 }, (_, i) => `k${i}`) }, 'a'],
    ['too much in one', {}, 'x'.repeat(200_001)],
  ])('%s', async (_what, state, name) => {
    const { keys } = Object.assign(phone, state);
    const queue = phone.start();
    await expect(add(queue, name)).rejects.toMatchObject({ code: 'queue.full' });
    expect([phone.keys, phone.arrived]).toEqual([keys, []]);
  });
});

test('nobody signed in: nothing is kept', async () => {
  phone.personId = undefined;
  await expect(add(phone.start(), 'a')).rejects.toMatchObject({ code: 'session.missing' });
  expect(phone.keys).toEqual([]);
});

test('a write that was half written when the phone died is none', () => {
  phone.keys = ['a', 'b'];
  phone.kept.set('b', '{"key":');
  expect(phone.start().all()).toEqual([]);
});
