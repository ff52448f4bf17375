/** Starts and stops one service in this process: container, database, HTTP. Tests and the command line both use it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  destroyGlobalApplicationContext,
  type IMidwayContainer,
  initializeGlobalApplicationContext,
  MidwayContainer,
} from '@midwayjs/core';
import { MidwayKoaFramework } from '@midwayjs/koa/dist/framework';
import type { Middleware } from 'koa';
import { apis, demoApis, parts, registryOf, ServiceConfiguration } from './configuration';
import { DEMO_IDENTITIES, type DemoIdentity } from './features/identity/demo.service';
import { migrations } from './migrations/migrations';
import type { Actor } from './platform/auth/actor';
import { admit, type Registry } from './platform/auth/gate';
import { CONFIG, type Config } from './platform/config/config';
import { Database } from './platform/database/database';
import { isUpToDate, Migrator } from './platform/database/migrator';
import { FileLinks } from './platform/files/file-links';
import { Files } from './platform/files/files';
import { filesFront } from './platform/files/files-front';
import { FILES_SETUP, filesSetup } from './platform/files/files-setup';
import { Health } from './platform/health/health';
import { httpFront } from './platform/http/http-front';
import type { MountedRoute, Use } from './platform/http/implement';
import { Idempotency } from './platform/idempotency/idempotency';
import { Jobs } from './platform/jobs/jobs';
import { LOG, makeLog } from './platform/log/log';
import { MidwayLoggerFactory } from './platform/log/midway-logger';
import { Metrics } from './platform/metrics/metrics';
import { Pace } from './platform/pace/pace';
import { WECHAT_OPTIONS, type WechatOptions } from './platform/wechat/wechat-client';

/** How long requests in flight may take to finish after a stop was asked for. */
const DRAIN_MS = 10_000;

/** The container of a process: every part, connected to the database, without HTTP. */
export interface Backend {
  readonly container: IMidwayContainer;
  readonly use: Use;
  stop(): Promise<void>;
}

/** A running service. */
export interface Service extends Backend {
  /** `http://127.0.0.1:7001` */
  readonly address: string;
  readonly routes: readonly MountedRoute[];
}

/** Makes every part and connects the database; commands such as the migration need no more. */
export async function startBackend(config: Config, demoIdentities: readonly DemoIdentity[] = []): Promise<Backend> {
  const log = makeLog(config.LOG_LEVEL);
  const container = new MidwayContainer();
  container.registerObject(CONFIG, config);
  container.registerObject(LOG, log);
  container.registerObject(DEMO_IDENTITIES, demoIdentities);
  container.registerObject(FILES_SETUP, filesSetup(config));
  container.registerObject(WECHAT_OPTIONS, {
    baseUrl: config.WECHAT_BASE_URL,
    appId: config.WECHAT_APP_ID,
    appSecret: config.WECHAT_APP_SECRET,
  } satisfies WechatOptions);
  await initializeGlobalApplicationContext({
    applicationContext: container,
    appDir: __dirname,
    baseDir: __dirname,
    imports: [{ ServiceConfiguration }],
    preloadModules: parts,
    loggerFactory: new MidwayLoggerFactory(log),
  });
  const use = usesOf(container);
  const stop = () => destroyGlobalApplicationContext(container);
  try {
    await use(Database).connect();
    // Stores declare their collections when they are made; the migrator must see all of them.
    for (const part of parts) await container.getAsync(part as new () => unknown);
  } catch (error) {
    await stop();
    throw error;
  }
  return { container, use, stop };
}

/** Every part is a singleton; asking the container for it anew in each request would cost more than the part's own work. */
function usesOf(container: IMidwayContainer): Use {
  const parts = new Map<unknown, unknown>();
  return <Part>(part: new (...made: never[]) => Part) => {
    if (!parts.has(part)) parts.set(part, container.get(part as never));
    return parts.get(part) as Part;
  };
}

/**
 * Brings the database up to date in demo mode, refuses an outdated one in production.
 * An operator decides when stored data changes; a restart must not.
 */
async function requireCurrentDatabase(config: Config, migrator: Migrator): Promise<void> {
  if (config.XIANGYUE_MODE === 'demo') await migrator.apply(migrations);
  else if (!isUpToDate(await migrator.plan(migrations)))
    throw new Error(
      '数据库还不是这个版本的样子，服务没有启动。请先运行：npm run migrate（先看，再加 -- --apply 执行）',
    );
}

/** Starts listening. Throws with a plain sentence when the port is taken or the database is not current. */
export async function startService(config: Config, demoIdentities: readonly DemoIdentity[] = []): Promise<Service> {
  const backend = await startBackend(config, demoIdentities);
  const { container, use } = backend;
  try {
    await requireCurrentDatabase(config, use(Migrator));
    const isDemo = config.XIANGYUE_MODE === 'demo';
    const routes = [...apis, ...(isDemo ? demoApis : [])].flatMap((api) => api(use));
    const registry = registryOf(use);
    const app = container.get(MidwayKoaFramework).getApplication();
    app.proxy = config.TRUST_PROXY;
    const front = httpFront({
      routes,
      log: container.get(LOG),
      metrics: use(Metrics),
      health: use(Health),
      registry,
      idempotency: use(Idempotency),
      pace: use(Pace),
      files: photos(container, use, registry),
      publicCacheMs: config.PUBLIC_CACHE_MS,
      appFolder: config.H5_DIR,
    });
    app.middleware.unshift(...front);
    const server = createServer(app.callback());
    if (config.JOBS_IN_PROCESS) await use(Jobs).start();
    await listen(server, config);
    const { address, port } = server.address() as AddressInfo;
    return {
      ...backend,
      routes,
      address: `http://${address}:${port}`,
      stop: async () => {
        use(Health).drain();
        await Promise.all([closeServer(server), use(Jobs).stop()]);
        await backend.stop();
      },
    };
  } catch (error) {
    await use(Jobs).stop();
    await backend.stop();
    throw error;
  }
}

/** Photos go beside the contracts, as their bodies are not JSON; who may send one is asked in the same place. */
function photos(container: IMidwayContainer, use: Use, registry: Registry): Middleware {
  const pace = use(Pace);
  return filesFront({
    files: use(Files),
    links: use(FileLinks),
    setup: container.get(FILES_SETUP),
    idempotency: use(Idempotency),
    actorOf: async (ctx) => {
      await pace.admitAddress('normal', ctx.ip);
      const actor = (await admit(registry, 'signedIn', ctx.get('Authorization'), {}, new Date())) as Actor;
      await pace.admitPerson('normal', actor.personId);
      return actor;
    },
  });
}

function listen(server: Server, { HOST, PORT }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`端口 ${PORT} 已被占用，服务没有启动。请停掉占用它的程序，或用 PORT=另一个端口`)
          : error,
      );
    });
    server.listen({ host: HOST, port: PORT }, resolve);
  });
}

/** Takes no new connection, lets requests in flight finish, and cuts what is still open after `DRAIN_MS`. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close((error) => {
      clearTimeout(cut);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
