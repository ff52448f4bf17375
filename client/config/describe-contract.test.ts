import path from 'node:path';
// The tests read contracts as the bundle does: through describeContract (test/contract-transform.cjs).
import * as identity from '@xiangyue/shared/features/identity/identity.contract';
import * as rules from '@xiangyue/shared/features/rules/rules.contract';
import * as fields from '@xiangyue/shared/kernel/fields';
import contractLoader from './contract-loader.cjs';
import { describeContract, SHARED_SOURCE } from './describe-contract.cjs';
import refuseLoader from './refuse-loader.cjs';

const rulesContract = path.join(SHARED_SOURCE, 'features/rules/rules.contract.ts');

test('a route becomes its method, its path, the kind of its access and a mark of what it answers', () => {
  const shape = expect.stringMatching(/^[0-9a-f]{8}$/);
  expect(rules.rulesContract.inForce).toEqual({
    method: 'GET',
    path: '/villages/:villageId/rules',
    access: 'public',
    shape,
  });
  expect(rules.rulesContract.document).toMatchObject({ path: '/rules/:documentId', shape });
  expect(identity.identityContract.me).toMatchObject({ path: '/me', access: 'signedIn' });
  expect(identity.identityContract.grants).toMatchObject({ access: 'roles' });
});

test('the mark differs from answer to answer, and stays the same as long as the contract does', () => {
  const { inForce, document, search } = rules.rulesContract as unknown as Record<string, { shape: string }>;
  expect(new Set([inForce?.shape, document?.shape, search?.shape]).size).toBe(3);
  expect(describeContract(rulesContract)).toBe(describeContract(rulesContract));
});

test('limits stay as plain numbers, schemas do not', () => {
  expect(rules).toMatchObject({ SEARCH_LIMIT: 30, IN_FORCE_LIMIT: 20 });
  expect(fields).toMatchObject({ SEARCH_MAX_CHARACTERS: 40 });
  expect(fields).not.toHaveProperty('searchWords');
});

test('nothing of zod is left, nor an import of anything', () => {
  expect(describeContract(rulesContract)).not.toMatch(/zod|import|require/);
});

test('the loader watches the whole of shared, because a contract is made of more than its file', () => {
  const watched: string[] = [];
  const context = { resourcePath: rulesContract, addContextDependency: (folder: string) => watched.push(folder) };
  expect(contractLoader.call(context)).toBe(describeContract(rulesContract));
  expect(watched).toEqual([SHARED_SOURCE]);
});

test('zod in the bundle stops the build and names who brought it', () => {
  const context = { _module: { issuer: { resource: 'src/pages/home/index.tsx' } } };
  expect(() => refuseLoader.call(context)).toThrow('src/pages/home/index.tsx brings zod into the app');
});
