/** What the tests of WeChat share: a stand-in, a clock that is set by hand, and clients on the real database. */
import { MidwayContainer } from '@midwayjs/core';
import { type StandInOptions, startWechatStandIn, type WechatStandIn } from '../../demo/wechat-stand-in/stand-in';
import { CONFIG, readConfig } from '../../src/platform/config/config';
import { Database } from '../../src/platform/database/database';
import { LOG, type Log, makeLog } from '../../src/platform/log/log';
import { WECHAT_OPTIONS, WechatClient, type WechatOptions } from '../../src/platform/wechat/wechat-client';
import { WechatTokenStore } from '../../src/platform/wechat/wechat-token.store';

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
  container.registerObject(CONFIG, readConfig({ MONGODB_URI: uri, MONGODB_DATABASE: name }));
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
