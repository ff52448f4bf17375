import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { DatabaseError } from '../../database/messages';
import { type RunningDatabase, startDatabase } from '../../database/start-database';
import { until } from '../until';

jest.setTimeout(60_000);

let folder: string;
let dir: string;
const running: RunningDatabase[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'xiangyue-launch-'));
  dir = path.join(folder, 'db');
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((database) => database.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: Partial<Parameters<typeof startDatabase>[0]> = {}): Promise<RunningDatabase> {
  const database = await startDatabase({ dir, ...options });
  running.push(database);
  return database;
}

async function withNotes<T>(uri: string, use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await new MongoClient(uri, { writeConcern: { w: 1, journal: true } }).connect();
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

interface Note {
  _id: string;
  text: string;
}
const notes = (client: MongoClient) => client.db('village').collection<Note>('notes');

const write = (uri: string, id: string) =>
  withNotes(uri, (client) => notes(client).insertOne({ _id: id, text: '垃圾分类' }));
const readAll = (uri: string) => withNotes(uri, (client) => notes(client).find().sort({ _id: 1 }).toArray());

test('keeps what was written, over a clean stop, and takes all its places away', async () => {
  const first = await open();
  await write(first.uri, 'a');
  expect(first.uri).toBe(`mongodb://${encodeURIComponent(path.join(dir, 'mongo.sock'))}/?directConnection=true`);
  expect(first.tcpUri).toBeUndefined();
  await first.stop();
  expect(await first.exited).toEqual({ code: 0, signal: null, asked: true, lastWords: '' });
  expect(existsSync(path.join(dir, 'mongo.sock'))).toBe(false);

  const second = await open();
  expect(await readAll(second.uri)).toEqual([{ _id: 'a', text: '垃圾分类' }]);
});

test('only this user may connect, and the cache is limited', async () => {
  const database = await open();
  expect(statSync(path.join(dir, 'mongo.sock')).mode & 0o777).toBe(0o600);
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  const status = await withNotes(database.uri, (client) => client.db('admin').command({ serverStatus: 1 }));
  expect(status.wiredTiger.cache['maximum bytes configured']).toBe(256 * 1024 * 1024);
});

test('also listens on the loopback where a port is asked for', async () => {
  const database = await open({ port: 0 });
  expect(database.tcpUri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/\?directConnection=true$/);
  await write(database.tcpUri ?? '', 'over tcp');
  expect(await readAll(database.uri)).toEqual([{ _id: 'over tcp', text: '垃圾分类' }]);
});

test('a second process on the same folder is refused in one sentence, and the first goes on', async () => {
  const first = await open();
  const refusal = await startDatabase({ dir }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DatabaseError);
  expect(refusal).toMatchObject({
    code: 'held',
    heldByPid: first.pid,
    message: `数据库文件夹正被进程 ${first.pid} 使用：${dir}。请先停掉它（多半是另一个 npm start 或 npm run dev）。`,
  });
  await write(first.uri, 'still there');
  expect(await readAll(first.uri)).toHaveLength(1);
});

test('after kill -9 every acknowledged write is there, beside the socket left behind', async () => {
  const first = await open();
  const acknowledged: string[] = [];
  const client = await new MongoClient(first.uri, { writeConcern: { w: 1, journal: true } }).connect();
  let killed = false;
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let i = 0; !killed; i++) {
      const _id = `${writer}-${i}`;
      await notes(client).insertOne({ _id, text: 'x'.repeat(500) });
      acknowledged.push(_id);
    }
  });
  await until(() => acknowledged.length >= 300);
  process.kill(first.pid, 'SIGKILL');
  const ends = Promise.allSettled(writers);
  expect(await first.exited).toMatchObject({ code: null, signal: 'SIGKILL', asked: false });
  killed = true;
  await client.close();
  await ends;
  expect(existsSync(path.join(dir, 'mongo.sock'))).toBe(true);

  const second = await open();
  const kept = new Set((await readAll(second.uri)).map(({ _id }) => _id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});

test('a data folder with a long path gets a short socket, removed at the end', async () => {
  dir = path.join(folder, '扎营村'.repeat(12), 'db');
  const database = await open();
  await write(database.uri, 'a');
  const socket = decodeURIComponent(database.uri.slice('mongodb://'.length, database.uri.lastIndexOf('/')));
  expect(Buffer.byteLength(socket)).toBeLessThan(104);
  expect(statSync(path.dirname(socket)).mode & 0o777).toBe(0o700);
  await database.stop();
  expect(existsSync(path.dirname(socket))).toBe(false);
});

test('sockets of several data folders can stand in one folder', async () => {
  const socketDir = path.join(folder, 'sockets');
  const one = await open({ socketDir });
  const other = await open({ socketDir, dir: path.join(folder, 'other') });
  await write(one.uri, 'one');
  await write(other.uri, 'other');
  expect((await readAll(one.uri)).map(({ _id }) => _id)).toEqual(['one']);
});

test('a folder that cannot be opened is one clear sentence, with the engine’s words as detail', async () => {
  writeFileSync(dir, 'not a folder');
  const refusal = await startDatabase({ dir }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'engine', message: `数据库打不开：${dir}。` });
  expect((refusal as DatabaseError).detail).toContain('EEXIST');
});

test('closes cleanly when its parent is killed', async () => {
  const parent = await startParent();
  await write(parent.uri, 'a');
  parent.process.kill('SIGKILL');
  await closedCleanly();
  expect(existsSync(path.join(dir, 'mongo.sock'))).toBe(false);
  const next = await open();
  expect(await readAll(next.uri)).toHaveLength(1);
});

test('Ctrl-C in the terminal does not reach it: its parent decides', async () => {
  const parent = await startParent();
  process.kill(-(parent.process.pid ?? 0), 'SIGINT'); // the parent's whole process group, as a terminal does
  await sleep(300);
  await write(parent.uri, 'still there');
  parent.process.kill('SIGKILL');
  // Else it would still write into the folder that is about to be removed.
  await closedCleanly();
});

/** The lock is emptied by the engine as the last act of a clean close; a killed engine leaves its number in it. */
const closedCleanly = () => until(() => readFileSync(path.join(dir, 'mongod.lock'), 'utf8') === '', 10_000);

/** A process that starts the database over `dir`, ignores SIGINT and lives until it is killed. */
async function startParent(): Promise<{ process: ChildProcess; uri: string }> {
  const module = path.join(__dirname, '../../dist/database/start-database.js');
  const script = `
    process.on('SIGINT', () => undefined);
    require(${JSON.stringify(module)}).startDatabase({ dir: ${JSON.stringify(dir)} })
      .then(({ uri }) => process.stdout.write(uri + '\\n'));`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  for await (const line of child.stdout) return { process: child, uri: String(line).trim() };
  throw new Error('the parent did not start');
}
