/**
 * A server that speaks the part of WeChat's HTTP interface that we use, on 127.0.0.1: for tests, benchmarks and the
 * demo. It keeps the documented rules (codes work once, one message for one consent, tokens end), can be slow, busy or
 * broken on demand, and tells what it has received.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Account,
  type Answer,
  type Call,
  ENDPOINTS,
  type Endpoint,
  type Message,
  type Operation,
  refuse,
  type World,
} from './operations';
import { People } from './people';
import { TokenDesk } from './token-desk';

export interface StandInOptions {
  /** Any; taken as they are. By default an id of the usual form and a secret by chance. */
  readonly appId?: string;
  readonly appSecret?: string;
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  /** Before each answer. */
  readonly latencyMs?: number;
  /** Requests at work at once; what comes beyond is refused with 45011. */
  readonly maxConcurrent?: number;
  readonly now?: () => number;
  /** For the demo: `demo-<name>` works as a code of that name again and again, and everyone has consented. */
  readonly trusting?: boolean;
  readonly templates?: Account['templates'];
  readonly pages?: Account['pages'];
  readonly riskyWords?: readonly string[];
  readonly reviewWords?: readonly string[];
}

/** How the stand-in fails instead of answering. */
export type Fault =
  | { readonly kind: 'errcode'; readonly errcode: number; readonly errmsg?: string }
  | { readonly kind: 'status'; readonly status: number }
  /** Never answers; the caller's patience ends it. */
  | { readonly kind: 'hang' }
  /** Breaks the connection. */
  | { readonly kind: 'drop' }
  /** Answers 200 with this text. */
  | { readonly kind: 'text'; readonly text: string };

export interface ReceivedRequest {
  readonly operation: Operation;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface WechatStandIn {
  /** `http://127.0.0.1:40123` */
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly people: People;
  readonly tokens: TokenDesk;
  /** Messages that were delivered, oldest first, the latest 200,000. */
  readonly messages: readonly Message[];
  /** The latest 1,000 requests, oldest first. */
  readonly requests: readonly ReceivedRequest[];
  /** How many requests of the kind have come, refused ones included. */
  count(operation: Operation): number;
  /** The highest number of requests that were at work at once. */
  peakConcurrent(): number;
  /**
   * The next requests of the kind (1 unless told) fail like this. With `processed` the work is done all the same and
   * only the answer is lost.
   */
  inject(operation: Operation, fault: Fault, how?: { times?: number; processed?: boolean }): void;
  clearFaults(): void;
  stop(): Promise<void>;
}

const MESSAGES_KEPT = 200_000;
const REQUESTS_KEPT = 1_000;
const BODY_MAX_BYTES = 64 * 1024;

interface PlannedFault {
  readonly fault: Fault;
  readonly processed: boolean;
  timesLeft: number;
}

/** Starts a stand-in; several can run side by side and know nothing of each other. */
export async function startWechatStandIn(options: StandInOptions = {}): Promise<WechatStandIn> {
  const { appId = 'wx0000000000000000', appSecret = randomBytes(16).toString('hex'), now = Date.now } = options;
  const messages: Message[] = [];
  const requests: ReceivedRequest[] = [];
  const counts = new Map<Operation, number>();
  const faults = new Map<Operation, PlannedFault[]>();
  const load = { concurrent: 0, peak: 0 };
  const receivers = new Set<string>();

  const world: World = {
    account: {
      appId,
      appSecret,
      riskyWords: options.riskyWords ?? [],
      reviewWords: options.reviewWords ?? [],
      ...(options.templates && { templates: options.templates }),
      ...(options.pages && { pages: options.pages }),
    },
    people: new People(appId, options.trusting ?? false, now),
    tokens: new TokenDesk(now),
    now,
    deliver: (message) => keep(messages, message, MESSAGES_KEPT),
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const endpoint = ENDPOINTS[url.pathname];
    if (!endpoint) return write(response, { kind: 'status', status: 404 });
    const { operation } = endpoint;
    counts.set(operation, (counts.get(operation) ?? 0) + 1);
    const body = await readJson(request);
    keep(requests, { operation, query: Object.fromEntries(url.searchParams), body }, REQUESTS_KEPT);
    const planned = faults.get(operation)?.find(({ timesLeft }) => timesLeft > 0);
    if (planned) planned.timesLeft--;
    const work = async (): Promise<Answer | Fault> => {
      if (options.latencyMs) await sleep(options.latencyMs);
      if (planned && !planned.processed) return planned.fault;
      const answer = answerOf(world, endpoint, request.method, { query: url.searchParams, body });
      return planned?.fault ?? answer;
    };
    write(response, await (operation === 'sendSubscribeMessage' ? oneAtATime(receiverOf(body), work) : work()));
  }

  /** Two messages to one person at once are refused, as long as the first is not answered. */
  async function oneAtATime(person: string, work: () => Promise<Answer | Fault>): Promise<Answer | Fault> {
    if (receivers.has(person)) return refuse(43108);
    receivers.add(person);
    try {
      return await work();
    } finally {
      receivers.delete(person);
    }
  }

  async function respondWithinLimit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (load.concurrent >= (options.maxConcurrent ?? Number.POSITIVE_INFINITY)) {
      request.resume();
      return write(response, refuse(45011));
    }
    load.peak = Math.max(load.peak, ++load.concurrent);
    try {
      await respond(request, response);
    } finally {
      load.concurrent--;
    }
  }

  const server = createServer((request, response) => {
    respondWithinLimit(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    appId,
    appSecret,
    people: world.people,
    tokens: world.tokens,
    messages,
    requests,
    count: (operation) => counts.get(operation) ?? 0,
    peakConcurrent: () => load.peak,
    inject: (operation, fault, { times = 1, processed = false } = {}) => {
      faults.set(operation, [...(faults.get(operation) ?? []), { fault, processed, timesLeft: times }]);
    },
    clearFaults: () => faults.clear(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerOf(world: World, endpoint: Endpoint, method: string | undefined, call: Call): Answer {
  if (method !== endpoint.method) return refuse(endpoint.method === 'GET' ? 43001 : 43002);
  const tokenTrouble = endpoint.needsToken ? world.tokens.check(call.query.get('access_token')) : 0;
  return tokenTrouble === 0 ? endpoint.answer(world, call) : refuse(tokenTrouble);
}

function receiverOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'touser' in body ? String(body.touser) : '';
}

/** Adds at the end and forgets from the front, many at a time, so that keeping 200,000 stays cheap. */
function keep<Item>(list: Item[], item: Item, limit: number): void {
  if (list.push(item) > limit * 1.1) list.splice(0, list.length - limit);
}

/** The body as JSON; undefined for an empty one, one that is none, or one too long. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= BODY_MAX_BYTES) chunks.push(chunk);
  }
  try {
    return bytes <= BODY_MAX_BYTES ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : undefined;
  } catch {
    return undefined;
  }
}

function write(response: ServerResponse, result: Answer | Fault): void {
  if ('json' in result) send(response, 200, 'application/json; encoding=utf-8', JSON.stringify(result.json));
  else if ('png' in result) send(response, 200, 'image/jpeg', result.png);
  else if (result.kind === 'errcode') write(response, refuse(result.errcode, result.errmsg));
  else if (result.kind === 'status') send(response, result.status, 'text/html', '<html><body>gateway</body></html>');
  else if (result.kind === 'text') send(response, 200, 'text/html', result.text);
  else if (result.kind === 'drop') response.destroy();
  // 'hang' is the one that writes nothing.
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }).end(body);
}
