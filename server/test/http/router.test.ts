/** The router itself, on a contract made for the purpose: bodies, limits, whitelist, failures, caching. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { route } from '@xiangyue/shared/kernel/contract';
import { fileAnswer, receivedFile } from '@xiangyue/shared/kernel/transfer';
import Koa from 'koa';
import { z } from 'zod';
import type { Registry } from '../../src/platform/auth/gate';
import type { Health } from '../../src/platform/health/health';
import { httpFront } from '../../src/platform/http/http-front';
import { implement } from '../../src/platform/http/implement';
import type { Idempotency } from '../../src/platform/idempotency/idempotency';
import { makeLog } from '../../src/platform/log/log';
import { Metrics } from '../../src/platform/metrics/metrics';
import { Pace } from '../../src/platform/pace/pace';
import { answerOf, seen } from '../answer';
import { fileForm } from '../forms';

const FILE_MAX_BYTES = 2 * 1024 * 1024;
const contract = {
  echo: route({
    method: 'POST',
    path: '/echo/:id',
    summary: '照样返回',
    access: 'public',
    idempotency: 'natural',
    params: z.object({ id: z.string() }),
    body: z.object({ text: z.string().max(10), times: z.number().default(1) }),
    output: z.object({ id: z.string(), text: z.string(), times: z.number() }),
  }),
  leaky: route({
    method: 'GET',
    path: '/leaky',
    summary: '多给了',
    access: 'public',
    output: z.object({ shown: z.string() }),
  }),
  wrong: route({
    method: 'GET',
    path: '/wrong',
    summary: '给错了',
    access: 'public',
    output: z.object({ shown: z.string() }),
  }),
  broken: route({ method: 'GET', path: '/broken', summary: '坏了', access: 'public', output: z.object({}) }),
  counted: route({
    method: 'GET',
    path: '/counted',
    summary: '数数',
    access: 'public',
    output: z.object({ n: z.number() }),
    publicForS: 60,
  }),
  weigh: route({
    method: 'POST',
    path: '/weigh/:id',
    summary: '称一称',
    access: 'public',
    idempotency: 'natural',
    params: z.object({ id: z.string() }),
    body: z.object({ file: receivedFile, times: z.coerce.number().default(1) }),
    fileMaxBytes: FILE_MAX_BYTES,
    output: z.object({ id: z.string(), name: z.string(), bytes: z.number(), sha256: z.string(), times: z.number() }),
  }),
  table: route({
    method: 'GET',
    path: '/table',
    summary: '一张表',
    access: 'public',
    query: z.object({ rows: z.coerce.number().max(5) }),
    output: fileAnswer,
  }),
};

let calls = 0;
let linesLetGo = 0;
async function* lines(rows: number): AsyncGenerator<Buffer> {
  try {
    for (let i = 0; i < rows; i++) yield Buffer.from(`${i}\n`);
  } finally {
    linesLetGo++;
  }
}
const api = implement('test', contract, () => ({
  echo: ({ input }) => input,
  leaky: () => ({ shown: 'a', secret: 'b' }),
  wrong: () => ({ shown: 1 }) as unknown as { shown: string },
  broken: () => {
    throw new Error('password=hunter2');
  },
  counted: () => ({ n: ++calls }),
  weigh: ({ input: { id, file, times } }) => {
    const { name, bytes, sha256 } = file;
    return { id, name, bytes: bytes.length, sha256, times, more: JSON.stringify(file) };
  },
  table: ({ input }) => ({ name: '名册 1.csv', mediaType: 'text/csv', bytes: lines(input.rows) }),
}));

let server: Server;
let address: string;
const logged: string[] = [];

beforeAll(async () => {
  const log = makeLog('silent');
  log.error = ((fields: { err: Error }) => logged.push(fields.err.message)) as typeof log.error;
  const app = new Koa();
  const routes = api(() => {
    throw new Error('nothing to inject');
  });
  for (const middleware of httpFront({
    routes,
    log,
    metrics: new Metrics(),
    health: {} as Health,
    registry: {} as Registry,
    idempotency: {} as Idempotency,
    pace: new Pace(),
    files: (_ctx, next) => next(),
    publicCacheMs: 60_000,
    appFolder: undefined,
  }))
    app.use(middleware);
  server = createServer(app.callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const post = (body: NonNullable<RequestInit['body']>, type = 'application/json', extra: Record<string, string> = {}) =>
  fetch(`${address}/echo/7`, { method: 'POST', body, headers: { 'content-type': type, ...extra } });

test('params and body arrive as one input, defaults filled in, unknown and prototype keys left behind', async () => {
  const answer = await post(
    '{"text":"好","more":1,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  );
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ id: '7', text: '好', times: 1 });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each([
  ['broken JSON', '{"text":', 'application/json', 400, 'request.malformed'],
  ['an empty body', '', 'application/json', 400, 'request.malformed'],
  ['a form', 'text=a', 'application/x-www-form-urlencoded', 415, 'request.notJson'],
  ['a body of 1 MB', JSON.stringify({ text: 'x'.repeat(1024 * 1024) }), 'application/json', 413, 'request.tooLarge'],
  ['an array', '[]', 'application/json', 422, 'request.invalid'],
  ['null', 'null', 'application/json', 422, 'request.invalid'],
  ['an operator', '{"text":{"$gt":""}}', 'application/json', 422, 'request.invalid'],
  ['a text too long', '{"text":"12345678901"}', 'application/json', 422, 'request.invalid'],
])('%s', async (_what, body, type, status, code) => {
  expect(seen(await answerOf(await post(body, type)))).toEqual([status, code]);
});

test('1 MB without a declared length is cut off while it is read', async () => {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let i = 0; i < 16; i++) controller.enqueue(new Uint8Array(64 * 1024).fill(32));
      controller.close();
    },
  });
  const answer = await fetch(`${address}/echo/7`, {
    method: 'POST',
    body: stream,
    headers: { 'content-type': 'application/json' },
    duplex: 'half',
  } as RequestInit);
  expect(answer.status).toBe(413);
});

test('only what the contract names leaves the service', async () => {
  expect(await (await fetch(`${address}/leaky`)).json()).toEqual({ shown: 'a' });
});

test.each([
  ['/wrong', 'an answer that breaks the contract'],
  ['/broken', 'an unknown error'],
])('%s: %s is told as nothing and logged whole', async (path) => {
  logged.length = 0;
  const answer = await fetch(address + path);
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(JSON.parse(text)).toEqual({
    code: 'service.failed',
    title: '系统繁忙，请稍后再试',
    status: 500,
    requestId: answer.headers.get('x-request-id'),
  });
  expect(text).not.toContain('hunter2');
  expect(logged).toHaveLength(1);
});

test('a public read says how long anyone may keep it, and is made once in that time', async () => {
  const answers = [];
  for (let i = 0; i < 3; i++) answers.push(await fetch(`${address}/counted`));
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
  expect(answers[0]?.headers.get('cache-control')).toBe('public, max-age=60');
});

test('the same answer is not sent twice', async () => {
  const first = await fetch(`${address}/counted`);
  const again = await fetch(`${address}/counted`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
  });
  expect(again.status).toBe(304);
});

test('HEAD is answered as its GET, without a body', async () => {
  const answer = await fetch(`${address}/leaky`, { method: 'HEAD' });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('');
});

test.each([
  ['a proxy’s number is kept', 'abcdef-12345678', 'abcdef-12345678'],
  ['a number that could write into the log is not', 'a b"c\u0000'.replace('\u0000', ''), undefined],
])('%s', async (_what, given, expected) => {
  const answer = await fetch(`${address}/leaky`, { headers: { 'x-request-id': given } });
  if (expected) expect(answer.headers.get('x-request-id')).toBe(expected);
  else expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}-[0-9a-z]+$/);
});

const weigh = async (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
  answerOf(await fetch(`${address}/weigh/7`, { method: 'POST', body, headers }));

test('a form’s file and fields arrive as one input', async () => {
  const { status, body } = await weigh(fileForm({ times: '3', file: new Blob(['abc']) }));
  expect([status, body]).toEqual([
    200,
    {
      id: '7',
      name: '名册.xlsx',
      bytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      times: 3,
    },
  ]);
  expect(
    (await weigh(fileForm({ file: new Blob([Buffer.alloc(FILE_MAX_BYTES)]) }, 'n'.repeat(300)))).body,
  ).toMatchObject({
    name: 'n'.repeat(100),
    bytes: FILE_MAX_BYTES,
  });
});

test.each([
  ['JSON', () => '{}', { 'content-type': 'application/json' }, 415, 'request.formExpected'],
  ['no boundary', () => 'x', { 'content-type': 'multipart/form-data;' }, 415, 'request.formExpected'],
  ['a form without a file', () => fileForm({ times: '1' }), {}, 422, 'request.fileMissing'],
  ['a file of another name', () => fileForm({ other: new Blob(['a']) }), {}, 422, 'request.fileMissing'],
  ['two files', () => fileForm({ file: new Blob(['a']), more: new Blob(['b']) }), {}, 422, 'request.oneFile'],
  [
    'a byte too many',
    () => fileForm({ file: new Blob([Buffer.alloc(FILE_MAX_BYTES + 1)]) }),
    {},
    413,
    'request.fileTooLarge',
  ],
  ['a wrong field', () => fileForm({ file: new Blob(['a']), times: 'x' }), {}, 422, 'request.invalid'],
  [
    'a form that breaks off',
    () => '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
    { 'content-type': 'multipart/form-data; boundary=b' },
    400,
    'request.malformed',
  ],
])('%s instead of a form with a file', async (_what, body, headers, status, code) => {
  const answer = await weigh(body(), headers as unknown as Record<string, string>);
  expect(seen(answer)).toEqual([status, code]);
});

test('a file as an answer: named, never kept, made while it is sent', async () => {
  const answer = await fetch(`${address}/table?rows=3`);
  expect(await answer.text()).toBe('0\n1\n2\n');
  expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%E5%90%8D%E5%86%8C%201.csv");
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect((await fetch(`${address}/table?rows=6`)).status).toBe(422);
});

test('asked for its head only, a file is not made', async () => {
  const before = linesLetGo;
  expect((await fetch(`${address}/table?rows=3`, { method: 'HEAD' })).status).toBe(200);
  expect(linesLetGo).toBe(before);
});
