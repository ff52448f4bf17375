/** What the tests of WeChat share: a stand-in, a clock that is set by hand, and clients on the real database. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MidwayContainer } from '@midwayjs/core';
import type { Operation } from '../../demo/wechat-stand-in/operations';
import { type StandInOptions, startWechatStandIn, type WechatStandIn } from '../../demo/wechat-stand-in/stand-in';
import { CONFIG, readConfig } from '../../src/platform/config/config';
import { Database } from '../../src/platform/database/database';
import { LOG, type Log, makeLog } from '../../src/platform/log/log';
import {
  type SubscribeMessage,
  WECHAT_OPTIONS,
  WechatClient,
  type WechatOptions,
} from '../../src/platform/wechat/wechat-client';
import { WechatError } from '../../src/platform/wechat/wechat-error';
import { WechatTokenStore } from '../../src/platform/wechat/wechat-token.store';
import { testDatabase } from '../database';
import { environmentOf } from '../environment';

export interface Where {
  readonly uri: string;
  readonly name: string;
}

export interface OpenClient {
  readonly client: WechatClient;
  readonly store: WechatTokenStore;
  readonly database: Database;
  /** Makes a client that shares nothing with the first but the database, as in another process. */
  another(changes?: Partial<WechatOptions>): WechatClient;
  close(): Promise<void>;
}

/** A client as the service's container makes it. */
export async function openClient({ uri, name }: Where, options: WechatOptions, log?: Log): Promise<OpenClient> {
  const container = new MidwayContainer();
  const silent = log ?? makeLog('silent');
  container.registerObject(CONFIG, readConfig(environmentOf({ uri, name })));
  container.registerObject(LOG, silent);
  container.registerObject(WECHAT_OPTIONS, options);
  for (const part of [Database, WechatTokenStore, WechatClient]) container.bindClass(part);
  const database = await container.getAsync(Database);
  await database.connect();
  const store = await container.getAsync(WechatTokenStore);
  return {
    client: await container.getAsync(WechatClient),
    store,
    database,
    another: (changes) => new WechatClient({ ...options, ...changes }, store, silent),
    close: () => database.close(),
  };
}

/** Long enough for a busy machine. */
const PATIENT = { timeoutMs: 2_000, backoffMs: 5, tokenLeaseMs: 10_000, tokenWaitMs: 10_000 } as const;
/** For tests in which an answer never comes. */
export const IMPATIENT = { timeoutMs: 300 } as const;

export interface World {
  readonly standIn: WechatStandIn;
  readonly options: WechatOptions;
  /** Moves the clock of the stand-in and of the clients forward. */
  pass(ms: number): void;
}

/** A stand-in, and the options of clients that talk to it, on one clock. */
export async function startWorld(options: StandInOptions = {}): Promise<World> {
  let nowMs = Date.now();
  const now = () => nowMs;
  const standIn = await startWechatStandIn({ now, ...options });
  const { url: baseUrl, appId, appSecret } = standIn;
  return {
    standIn,
    options: { baseUrl, appId, appSecret, now, ...PATIENT },
    pass: (ms) => {
      nowMs += ms;
    },
  };
}

export const TEMPLATE = 'tpl-fraud';

/** An account as ours will be: one template, one page, words that WeChat does not like. */
const ACCOUNT = {
  templates: { [TEMPLATE]: ['thing1', 'date2'] },
  pages: ['pages/home/index'],
  riskyWords: ['赌场'],
  reviewWords: ['兼职'],
};

/** A stand-in with a client for the tests of a file; made before the first, stopped after the last. */
export class WechatFixture {
  world!: World;
  opened!: OpenClient;
  private readonly stops: (() => unknown)[] = [];

  constructor() {
    beforeAll(async () => {
      this.world = await startWorld(ACCOUNT);
      this.stops.push(this.world.standIn.stop);
      this.opened = await this.open(this.world.options);
    });
    beforeEach(() => this.world.standIn.clearFaults());
    afterAll(() => Promise.all(this.stops.reverse().map((stop) => stop())));
  }

  get client(): WechatClient {
    return this.opened.client;
  }

  get standIn(): WechatStandIn {
    return this.world.standIn;
  }

  /** A client on a database of its own, closed after the last test. */
  async open(options: WechatOptions): Promise<OpenClient> {
    const opened = await openClient(testDatabase(), options);
    this.stopAtEnd(opened.close);
    return opened;
  }

  stopAtEnd(stop: () => unknown): void {
    this.stops.push(stop);
  }

  /** Signs a person in, so that WeChat knows them. */
  async arrive(name: string): Promise<string> {
    return (await this.client.code2Session(this.standIn.people.issueCode('login', name))).openid;
  }

  /** What the stand-in has received last. */
  received(operation: Operation): unknown {
    return this.standIn.requests.filter((request) => request.operation === operation).at(-1)?.body;
  }
}

/** A message that the account may send. */
export function aMessage(openid: string, changes: Partial<SubscribeMessage> = {}): SubscribeMessage {
  return {
    openid,
    templateId: TEMPLATE,
    page: 'pages/home/index?from=push',
    data: { thing1: '冒充客服退款', date2: '2026年11月24日' },
    ...changes,
  };
}

/** `success`, or the kind of the failure. */
export function kindOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'success',
    (error: unknown) => (error instanceof WechatError ? error.kind : error),
  );
}

/** A port on which nobody listens. */
export async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
