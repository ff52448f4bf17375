/** What the launcher finds out about processes that really run. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDatabase } from '../../database/start-database';
import { inNode, refusal } from './in-node';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'xiangyue-launcher-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function listen(host: string): Promise<{ port: number; close(): Promise<void> }> {
  const server = net.createServer().listen(0, host);
  await once(server, 'listening');
  const close = async () => {
    server.close();
    await once(server, 'close');
  };
  return { port: (server.address() as net.AddressInfo).port, close };
}

test.each(['127.0.0.1', '0.0.0.0'])('a port that is taken on %s is refused, with who has it', async (host) => {
  const { port, close } = await listen(host);
  const sentence = refusal('port.mjs', 'await m.requireFreePort(input)', port);
  await close();
  // Who has it is told by Linux; elsewhere it depends on the tools that are there.
  if (process.platform === 'linux') expect(sentence).toContain(`端口 ${port} 已被占用（进程 ${process.pid}，`);
  expect(sentence).toMatch(/。请停掉占用它的程序，或换一个端口：PORT=7001 npm start$/);
  expect(refusal('port.mjs', 'await m.requireFreePort(input)', port)).toBeNull();
});

test.each([
  [7001, null, '端口 7001 已被占用。请停掉占用它的程序，或换一个端口：PORT=7002 npm start'],
  [
    80,
    { pid: 12, name: 'nginx' },
    '端口 80 已被占用（进程 12，nginx）。请停掉占用它的程序，或换一个端口：PORT=7001 npm start',
  ],
])('portSentence %d', (port, holder, expected) => {
  expect(inNode('port.mjs', 'return m.portSentence(input.port, input.holder ?? undefined)', { port, holder })).toBe(
    expected,
  );
});

test.each([0, 65_536, 80.5, Number.NaN])('PORT=%d is refused', (port) => {
  expect(refusal('port.mjs', 'await m.requireFreePort(Number(input))', String(port))).toBe(
    'PORT 应是 1 到 65535 之间的数。',
  );
});

test('databaseHolder knows a running engine, not one that was stopped or killed', async () => {
  const dir = path.join(folder, 'db');
  const holder = () => inNode('machine.mjs', 'return m.databaseHolder(input) ?? null', dir);
  expect(holder()).toBeNull();
  const first = await startDatabase({ dir });
  expect(holder()).toBe(first.pid);
  await first.stop();
  expect(holder()).toBeNull();
  const second = await startDatabase({ dir });
  process.kill(second.pid, 'SIGKILL');
  await second.exited;
  expect(holder()).toBeNull();
});

describe('npm run reset', () => {
  /** The launcher's folder is two below the project's: a copy works on a project of its own. */
  const reset = (...args: string[]) => {
    const launch = path.join(folder, 'server/launch');
    if (!existsSync(launch)) cpSync(path.join(__dirname, '../../launch'), launch, { recursive: true });
    const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(launch, 'reset.mjs'), ...args], {
      input: '',
      encoding: 'utf8',
    });
    return { output: (stdout + stderr).trim(), status };
  };
  const data = () => path.join(folder, '.data');

  test('has nothing to do where there is nothing', () => {
    expect(reset('--yes')).toEqual({ output: '没有数据，不用清空。', status: 0 });
  });

  test('empties only after a yes', () => {
    mkdirSync(path.join(data(), 'db'), { recursive: true });
    writeFileSync(path.join(data(), 'db/mongod.lock'), '');
    expect(reset()).toEqual({ output: expect.stringMatching(/没有清空。$/), status: 0 });
    expect(existsSync(data())).toBe(true);
    expect(reset('--yes')).toEqual({ output: '已清空。下次 npm start 会重新放入演示数据。', status: 0 });
    expect(existsSync(data())).toBe(false);
  });

  test('refuses while the database runs', async () => {
    const database = await startDatabase({ dir: path.join(data(), 'db') });
    const refused = reset('--yes');
    await database.stop();
    const sentence = `数据库正在运行（进程 ${database.pid}），没有清空。请先停掉 npm start 或 npm run dev。`;
    expect(refused).toEqual({ output: sentence, status: 1 });
    expect(existsSync(data())).toBe(true);
  });

  test('takes the link away, not what it leads to', () => {
    const elsewhere = path.join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(path.join(elsewhere, 'kept'), '');
    symlinkSync(elsewhere, data());
    expect(reset('--yes').status).toBe(0);
    expect(existsSync(path.join(elsewhere, 'kept'))).toBe(true);
  });
});
