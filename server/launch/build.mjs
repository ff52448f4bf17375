/** Builds what has changed since the last time. A part is current when its sources' digest stands beside its result. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './digest.mjs';
import { ROOT, run, tool } from './run.mjs';
import { Stop } from './steps.mjs';

const COMMON = ['package-lock.json', '.swcrc'];
const CLIENT = [
  'shared/src',
  'client/src',
  'client/config',
  'client/babel.config.js',
  'client/package.json',
  'client/.browserslistrc',
];

const swc = (...args) => tool('@swc/cli/bin/swc.js', ...args, '--quiet', '--config-file', '../.swcrc');
const taro = (type) => tool('@tarojs/cli/bin/taro', 'build', '--type', type, '--no-check');

/** `proof` must exist afterwards: the client's builder ends with success when its configuration is wrong. */
const PARTS = {
  shared: {
    sources: [...COMMON, 'shared/src', 'shared/package.json'],
    folder: 'shared/dist',
    proof: 'shared/dist/kernel/contract.js',
    cwd: 'shared',
    command: () => swc('src', '-d', 'dist', '--strip-leading-paths', '--ignore', '**/*.test.ts'),
  },
  server: {
    sources: [
      ...COMMON,
      'server/src',
      'server/database',
      'server/seeds',
      'server/demo',
      'server/bench',
      'server/package.json',
    ],
    folder: 'server/dist',
    proof: 'server/dist/src/main.js',
    cwd: 'server',
    command: () => swc('src', 'database', 'seeds', 'demo', 'bench', '-d', 'dist'),
  },
  h5: {
    sources: [...COMMON, ...CLIENT],
    folder: 'client/dist/h5',
    proof: 'client/dist/h5/index.html',
    cwd: 'client',
    command: () => taro('h5'),
  },
  weapp: {
    sources: [...COMMON, ...CLIENT],
    folder: 'client/dist/weapp',
    proof: 'client/dist/weapp/app.json',
    cwd: 'client',
    command: () => taro('weapp'),
  },
};

/** @param part shared, server, h5 or weapp. Throws a Stop when it does not build. */
export async function build(part) {
  const { sources, folder, proof, cwd, command } = PARTS[part];
  const stamp = join(ROOT, '.cache/built', part);
  const wanted = digestOf(sources);
  if (existsSync(stamp) && existsSync(join(ROOT, proof)) && readFileSync(stamp, 'utf8') === wanted) return '没有变化';
  rmSync(stamp, { force: true });
  rmSync(join(ROOT, folder), { recursive: true, force: true });
  const [file, args] = command();
  await run(`build-${part}`, file, args, { cwd: join(ROOT, cwd), env: { NODE_ENV: 'production' } });
  if (!existsSync(join(ROOT, proof))) throw new Stop(`编译 ${part} 没有结果。全部输出在 .cache/logs/build-${part}.log`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return undefined;
}
