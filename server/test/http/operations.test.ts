/** What operators and their tools ask of the service. */
import { MidwayKoaFramework } from '@midwayjs/koa/dist/framework';
import { startApp, type TestApp } from '../app';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('it says that it lives and that it is ready', async () => {
  expect((await app.get('/health/live')).body).toEqual({ status: 'live' });
  expect((await app.get('/health/ready')).body).toEqual({ status: 'ready' });
});

test('figures name routes, never paths: what people search for stays out', async () => {
  await app.get(`/api/townships/banxi/rules/search?words=${encodeURIComponent('家里的事')}`);
  const { body } = await app.get('/metrics');
  expect(body).toMatch(/xiangyue_http_request_seconds_count\{route="rules\.search",status="200"\} 1/);
  expect(body).toMatch(/xiangyue_process_resident_memory_bytes \d+/);
  expect(body).not.toContain(encodeURIComponent('家里的事'));
});

test('figures are not for visitors from elsewhere', async () => {
  const proxied = await startedBehindProxy();
  expect(proxied.status).toBe(404);
});

async function startedBehindProxy() {
  // Koa believes the header only when it is told to stand behind a proxy; the running app's own switch is enough here.
  const koa = app.service.container.get(MidwayKoaFramework).getApplication();
  koa.proxy = true;
  try {
    return await app.get('/metrics', { 'x-forwarded-for': '203.0.113.9' });
  } finally {
    koa.proxy = false;
  }
}

test('the OpenAPI document holds every mounted route, its input and its problems', async () => {
  const { body } = await app.get('/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  const described = Object.values<Record<string, { operationId: string }>>(body.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(described.sort()).toEqual([...app.service.routes.map(({ name }) => name), 'files.upload'].sort());
  expect(Object.keys(body.paths['/api/files'].post.requestBody.content)).toEqual(['multipart/form-data']);
  const search = body.paths['/api/townships/{townshipId}/rules/search'].get;
  expect(
    search.parameters.map(({ name, in: place, required }: Record<string, unknown>) => [name, place, required]),
  ).toEqual([
    ['townshipId', 'path', true],
    ['words', 'query', true],
    ['villageId', 'query', false],
  ]);
  expect(body.paths['/api/rules/{documentId}'].get.responses.default.description).toContain('rules.documentUnknown');
});

test.each([
  ['/api/townships', "default-src 'none'; frame-ancestors 'none'"],
  ['/nothing', "default-src 'self'"],
])('%s carries the security headers', async (path, policy) => {
  const { headers } = await app.get(path);
  expect(headers.get('content-security-policy')).toContain(policy);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-powered-by')).toBeNull();
});

test.each(['br', 'gzip'])('a long answer is packed with %s', async (encoding) => {
  const { headers } = await app.get('/openapi.json', { 'accept-encoding': encoding });
  expect(headers.get('content-encoding')).toBe(encoding);
});

test('public reads may be kept by phones and proxies, and are not sent again unchanged', async () => {
  const first = await app.get('/api/villages/zhaying/rules');
  expect(first.headers.get('cache-control')).toBe('public, max-age=60');
  const again = await app.get('/api/villages/zhaying/rules', {
    'if-none-match': first.headers.get('etag') ?? '',
    // else fetch adds no-cache, which asks for the answer anew
    'cache-control': 'max-age=0',
  });
  expect(again.status).toBe(304);
});
