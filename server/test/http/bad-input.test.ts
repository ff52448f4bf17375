/** What a broken, curious or hostile client sends: always a typed problem, never a crash, and the next request is served. */
import { connect } from 'node:net';
import { seen } from '../answer';
import { startApp, type TestApp } from '../app';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test.each([
  ['an unknown village', '/api/villages/nowhere', 404, 'regions.villageUnknown', undefined],
  ['the rules of an unknown village', '/api/villages/nowhere/rules', 404, 'regions.villageUnknown', undefined],
  ['a township is no village', '/api/villages/banxi', 404, 'regions.villageUnknown', undefined],
  ['an unknown document', '/api/rules/01kdvdna000000000000000000', 404, 'rules.documentUnknown', undefined],
  [
    'a malformed region id',
    '/api/villages/Bad!',
    422,
    'request.invalid',
    [{ path: 'villageId', message: '地区编号不对' }],
  ],
  ['a malformed document id', '/api/rules/1', 422, 'request.invalid', [{ path: 'documentId', message: '编号不对' }]],
  ['a path that is no UTF-8', '/api/villages/%E0%A4%A', 404, 'request.pathUnknown', undefined],
  ['an id longer than any route takes', `/api/villages/${'a'.repeat(500)}`, 404, 'request.pathUnknown', undefined],
  ['a path that does not exist', '/api/nothing', 404, 'request.pathUnknown', undefined],
  [
    'no words to search',
    '/api/townships/banxi/rules/search',
    422,
    'request.invalid',
    [{ path: 'words', message: '请填写' }],
  ],
  ['only spaces', '/api/townships/banxi/rules/search?words=%20%20', 422, 'request.invalid', undefined],
  [
    'only punctuation',
    '/api/townships/banxi/rules/search?words=%EF%BC%9F',
    422,
    'request.invalid',
    [{ path: 'words', message: '请写几个要找的字' }],
  ],
  [
    'an over-long search',
    `/api/townships/banxi/rules/search?words=${encodeURIComponent('长'.repeat(41))}`,
    422,
    'request.invalid',
    [{ path: 'words', message: '最多 40 个字' }],
  ],
  ['words given twice', '/api/townships/banxi/rules/search?words=a&words=b', 422, 'request.invalid', undefined],
  ['an operator in a query', '/api/townships/banxi/rules/search?words[$gt]=a', 422, 'request.invalid', undefined],
])('%s', async (_what, path, status, code, errors) => {
  const answer = await app.get(path);
  expect(seen(answer)).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
  if (errors) expect(answer.body.errors).toEqual(errors);
});

test('several wrong fields are reported together', async () => {
  const { body } = await app.get('/api/townships/BAD/rules/search?villageId=BAD');
  expect(body.errors.map((error: { path: string }) => error.path)).toEqual(['townshipId', 'words', 'villageId']);
});

test('a wrong method says which methods there are', async () => {
  const answer = await app.send('DELETE', '/api/townships');
  expect(seen(answer)).toEqual([405, 'request.methodNotAllowed']);
  expect(answer.headers.get('allow')).toBe('GET');
});

test('a request that is not HTTP is refused and the service goes on', async () => {
  const { port, hostname } = new URL(app.service.address);
  const reply = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write('\u0000\u0001 nonsense\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(reply).toMatch(/^HTTP\/1\.1 400 /);
  expect((await app.get('/health/live')).body).toEqual({ status: 'live' });
});
