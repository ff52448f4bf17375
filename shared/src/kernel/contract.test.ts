import { z } from 'zod';
import { pathParams, route } from './contract';
import { fileAnswer, receivedFile } from './transfer';

const output = z.object({});

test.each([
  ['/villages', []],
  ['/villages/:villageId/rules/:ruleId', ['villageId', 'ruleId']],
])('pathParams %s', (path, names) => expect(pathParams(path)).toEqual(names));

describe('a route that contradicts itself is refused when it is described', () => {
  const base = { summary: '试', access: 'public', output } as const;
  test.each([
    [
      'params that the path does not name',
      () => route({ ...base, method: 'GET', path: '/a', params: z.object({ id: z.string() }) }),
      'GET /a: params are [id], the path names []',
    ],
    [
      'a path that names more',
      () => route({ ...base, method: 'GET', path: '/a/:id' }),
      'GET /a/:id: params are [], the path names [id]',
    ],
    [
      'a read with a body',
      () => route({ ...base, method: 'GET', path: '/a', body: z.object({ x: z.string() }) }),
      'GET /a: a read has no body',
    ],
    [
      'a write with a query',
      () => route({ ...base, method: 'POST', path: '/a', query: z.object({ x: z.string() }) }),
      'POST /a: a write has no query',
    ],
    [
      'a write that anyone may keep',
      () => route({ ...base, method: 'POST', path: '/a', publicForS: 1 }),
      'POST /a: only public reads may be cached by anyone',
    ],
    [
      'a write that waits for nobody',
      () => route({ ...base, method: 'POST', path: '/a', idempotency: 'natural', offline: 'queued' }),
      "POST /a: only a signed-in person's write may wait on the phone",
    ],
    [
      'a read that waits',
      () => route({ ...base, access: 'signedIn', method: 'GET', path: '/a', offline: 'queued' }),
      "GET /a: only a signed-in person's write may wait on the phone",
    ],
    [
      'a file of any size',
      () =>
        route({ ...base, method: 'POST', path: '/a', idempotency: 'natural', body: z.object({ file: receivedFile }) }),
      'POST /a: a body with a file says how large that may be, and no other does',
    ],
    [
      'a size without a file',
      () => route({ ...base, method: 'POST', path: '/a', idempotency: 'natural', fileMaxBytes: 1 }),
      'POST /a: a body with a file says how large that may be, and no other does',
    ],
    [
      'a file that anyone may keep',
      () => route({ ...base, method: 'GET', path: '/a', output: fileAnswer, publicForS: 1 }),
      'GET /a: only a private read answers with a file',
    ],
    [
      'a name in two places',
      () =>
        route({
          ...base,
          method: 'GET',
          path: '/a/:id',
          params: z.object({ id: z.string() }),
          query: z.object({ id: z.string() }),
        }),
      "GET /a/:id: 'id' is named twice",
    ],
  ])('%s', (_what, describeIt, message) => expect(describeIt).toThrow(new Error(message)));
});
