/** The service as the operating system sees it: starts, or refuses with one clear sentence; stops without cutting anyone off. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { testDatabase } from '../database';
import { environmentOf } from '../environment';
import { startProcess } from '../service-process';
import { until } from '../until';

function environment(): NodeJS.ProcessEnv {
  return { XIANGYUE_MODE: 'demo', PORT: '0', ...environmentOf(testDatabase()) };
}

const refusalOf = (env: NodeJS.ProcessEnv) =>
  startProcess(env).then(
    () => 'started',
    (error: Error) => error.message,
  );

test('it starts, seeds the demo once, and stops with code 0', async () => {
  const env = environment();
  const first = await startProcess(env);
  const townships = await (await fetch(`${first.address}/api/townships`)).json();
  expect(await first.stop('SIGTERM')).toEqual({ code: 0, signal: null });
  const second = await startProcess(env);
  expect(await (await fetch(`${second.address}/api/townships`)).json()).toEqual(townships);
  expect(await second.stop('SIGINT')).toEqual({ code: 0, signal: null });
});

test('a request that had begun is answered, and no new connection is taken', async () => {
  const service = await startProcess(environment());
  const { hostname, port } = new URL(service.address);
  const begun = connect(Number(port), hostname);
  await once(begun, 'connect');
  begun.write('GET /api/townships HTTP/1.1\r\nHost: localhost\r\n');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const stopped = service.stop('SIGTERM');
  await until(() => refusesConnections(Number(port), hostname));
  let answer = '';
  begun.on('data', (chunk) => {
    answer += chunk;
  });
  begun.write('\r\n');
  await once(begun, 'close');
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('"板溪镇"');
  expect(await stopped).toEqual({ code: 0, signal: null });
});

const refusesConnections = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, host, () => socket.end(() => resolve(false)));
    socket.on('error', () => resolve(true));
  });

test('when its launcher is gone, it stops by itself', async () => {
  const service = await startProcess(environment());
  const exited = once(service.child, 'exit');
  service.child.disconnect();
  expect(await exited).toEqual([0, null]);
});

describe('it refuses to start', () => {
  test('on a taken port', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    expect(await refusalOf({ ...environment(), PORT: String(port) })).toBe(
      `端口 ${port} 已被占用，服务没有启动。请停掉占用它的程序，或用 PORT=另一个端口`,
    );
    taken.close();
  });

  test('with a wrong configuration, naming every wrong variable', async () => {
    const refusal = await refusalOf({
      ...environment(),
      PORT: '70000',
      MONGODB_URI: 'mysql://x',
      XIANGYUE_MODE: 'test',
    });
    expect(refusal.split('\n').map((line) => line.trim().split('：')[0])).toEqual([
      '配置不对，服务没有启动。请按 .env.example 检查',
      'XIANGYUE_MODE',
      'PORT',
      'MONGODB_URI',
    ]);
  });

  test('in production on a database that is not up to date', async () => {
    expect(await refusalOf({ ...environment(), XIANGYUE_MODE: 'production' })).toBe(
      '数据库还不是这个版本的样子，服务没有启动。请先运行：npm run migrate（先看，再加 -- --apply 执行）',
    );
  });
});

test('the log says what happened, and not who asked for what', async () => {
  const service = await startProcess(environment());
  await fetch(`${service.address}/api/townships/banxi/rules/search?words=${encodeURIComponent('张三家')}`, {
    headers: { 'user-agent': 'secret-agent', 'x-forwarded-for': '203.0.113.9' },
  });
  await service.stop('SIGTERM');
  const lines = service
    .output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const request = lines.find(({ route }) => route === 'rules.search');
  expect(Object.keys(request ?? {}).sort()).toEqual([
    'level',
    'method',
    'ms',
    'msg',
    'pid',
    'requestId',
    'route',
    'status',
    'time',
  ]);
  for (const secret of ['张三', encodeURIComponent('张三'), 'secret-agent', '203.0.113.9'])
    expect(service.output()).not.toContain(secret);
});
