import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inNode } from './in-node';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'xiangyue-launcher-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('digestOf', () => {
  const digest = () => inNode<string>('digest.mjs', `return m.digestOf(['src', 'package.json'], input);`, folder);
  const put = (file: string, content: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  };

  test('stays the same for the same content and changes with content, name and place', () => {
    put('src/a.ts', 'one');
    put('src/b.ts', 'two');
    const first = digest();
    put('src/a.ts', 'one'); // written again: another time, the same content
    put('src/node_modules/x.js', 'not a source');
    put('src/dist/x.js', 'not a source');
    expect(digest()).toBe(first);

    put('src/a.ts', 'ones');
    const changed = digest();
    put('src/a.ts', 'one');
    put('src/c.ts', '');
    const added = digest();
    put('package.json', '{}');
    const appeared = digest();
    expect(new Set([first, changed, added, appeared]).size).toBe(4);
  });

  test('tells where one file ends and the next begins', () => {
    put('src/a', 'xy');
    put('src/b', 'z');
    const first = digest();
    put('src/a', 'x');
    put('src/b', 'yz');
    expect(digest()).not.toBe(first);
  });
});

test('requireNode refuses what is older than 20.19', () => {
  const versions = ['18.20.0', '20.18.9', '20.19.0', '24.1.0'];
  const refused = inNode<(string | null)[]>(
    'machine.mjs',
    `return input.map((version) => {
       try { m.requireNode(version); } catch (error) { return error.message; }
       return null;
     });`,
    versions,
  );
  const sentence = (version: string) => `需要 Node 20.19 或更新的版本，这里是 ${version}。请先升级 Node。`;
  expect(refused).toEqual([sentence('18.20.0'), sentence('20.18.9'), null, null]);
});

test('adviceFor knows the causes a person can put right', () => {
  const outputs = {
    network: 'npm error code ENOTFOUND\nnpm error network request to … failed, reason: getaddrinfo ENOTFOUND',
    offline: 'npm error code EAI_AGAIN',
    apt: 'E: Failed to fetch … Temporary failure resolving',
    disk: 'npm error code ENOSPC\nnpm error nospc no space left on device, write',
    engine: 'npm error code EBADENGINE',
    rights: "npm error code EACCES\nnpm error syscall mkdir\nnpm error path '/srv/xiangyue/node_modules'",
    ours: 'TypeError: x is not a function',
  };
  const advice = inNode<Record<string, string | null>>(
    'advice.mjs',
    'return Object.fromEntries(Object.entries(input).map(([name, text]) => [name, m.adviceFor(text) ?? null]));',
    outputs,
  );
  expect(advice).toEqual({
    network: '连不上网络：请检查网络、代理或软件源的设置再试。',
    offline: '连不上网络：请检查网络、代理或软件源的设置再试。',
    apt: '连不上网络：请检查网络、代理或软件源的设置再试。',
    disk: '磁盘满了：请腾出至少 3 GB 空间再试。',
    engine: 'Node 的版本不合要求：请安装 Node 20.19 或更新的版本再试。',
    rights: '没有写入的权限：请检查项目文件夹的所有者再试。',
    ours: null,
  });
});

test('isInstalled compares every package that this system needs', () => {
  const locked = {
    '': { version: '0.1.0' },
    server: { version: '0.1.0' },
    'node_modules/koa': { version: '3.0.3' },
    'node_modules/@xiangyue/server': { link: true },
    'node_modules/only-mac': { version: '1.0.0', optional: true },
  };
  const complete = { 'node_modules/koa': { version: '3.0.3' }, 'node_modules/@xiangyue/server': { link: true } };
  const installed = {
    'all but what is for another system': complete,
    'one in another version': { ...complete, 'node_modules/koa': { version: '3.0.2' } },
    'one missing': { 'node_modules/koa': { version: '3.0.3' } },
    'an optional one in another version': { ...complete, 'node_modules/only-mac': { version: '0.9.0' } },
    nothing: {},
  };
  const answers = inNode(
    'install.mjs',
    `return Object.fromEntries(Object.entries(input.installed).map(([name, each]) => [name, m.isInstalled(input.locked, each)]));`,
    { locked, installed },
  );
  expect(answers).toEqual({
    'all but what is for another system': true,
    'one in another version': false,
    'one missing': false,
    'an optional one in another version': false,
    nothing: false,
  });
});

test('readReport counts what failed, and what could not even run', () => {
  const suite = (status: string, tests: string[], message = '') => ({
    status,
    message,
    assertionResults: tests.map((each) => ({ status: each })),
  });
  const report = (passed: number, failed: number, pending: number, testResults: unknown[]) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    testResults,
  });
  const good = suite('passed', ['passed']);
  const untidy = '测试都通过了，但测试程序没有正常结束。';
  const none = '一个测试也没有运行。';
  const table: [string, unknown, number, [number, number, number, string]][] = [
    ['all passed', report(1, 0, 0, [good]), 0, [1, 0, 0, '']],
    ['one failed', report(1, 1, 0, [suite('failed', ['passed', 'failed'], '● one')]), 1, [1, 1, 0, '● one']],
    ['no suite', report(1, 0, 0, [good, suite('failed', [], '● syntax')]), 1, [1, 1, 0, '● syntax']],
    ['a skipped test', report(1, 0, 1, [suite('passed', ['passed', 'pending'])]), 0, [1, 0, 1, '']],
    ['a tear-down that failed', report(1, 0, 0, [good]), 1, [1, 1, 0, untidy]],
    ['nothing to run', report(0, 0, 0, []), 0, [0, 1, 0, none]],
    ['nothing to run, and jest says so', report(0, 0, 0, []), 1, [0, 1, 0, none]],
  ];
  const got = inNode(
    'report.mjs',
    `return input.map(([name, report, exitCode]) => {
       const { passed, failed, skipped, words } = m.readReport(report, exitCode);
       return [name, passed, failed, skipped, words];
     });`,
    table,
  );
  expect(got).toEqual(table.map(([name, , , expected]) => [name, ...expected]));
});

test('a step is one plain line where nobody watches, and its failure goes on', () => {
  const output = inNode<string[]>(
    'steps.mjs',
    `const lines = [];
     process.stdout.write = (text) => lines.push(text.replace(/[0-9.]+ 秒/, 'N 秒'));
     await m.step('编译服务', async (say) => { say('很快'); return '没有变化'; });
     await m.step('启动', async () => undefined);
     await m.step('安装', async () => { throw new m.Stop('磁盘满了'); }).catch((error) => lines.push(m.sayError(error)));
     delete process.stdout.write;
     return lines;`,
  );
  expect(output).toEqual(['✓ 编译服务（没有变化，N 秒）\n', '✓ 启动（N 秒）\n', '✗ 安装（N 秒）\n', '磁盘满了']);
});

test('sayDuration', () => {
  const said = inNode('steps.mjs', 'return input.map(m.sayDuration)', [0, 3_249, 59_940, 65_400]);
  expect(said).toEqual(['0.0 秒', '3.2 秒', '59.9 秒', '1 分 05 秒']);
});
