/** Builds what has changed since the last time. A part is current when the digest of its sources is the one it was built from. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
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
const SERVER = ['src', 'database', 'seeds', 'demo', 'bench'];

const swc = (...args) => tool('@swc/cli/bin/swc.js', ...args, '-d', 'dist', '--quiet', '--config-file', '../.swcrc');
const taro = (type) => tool('@tarojs/cli/bin/taro', 'build', '--type', type, '--no-check');

/** `proof` must exist afterwards: the client's builder ends with success when its configuration is wrong. */
const PARTS = {
  shared: {
    sources: [...COMMON, 'shared/src', 'shared/package.json'],
    folder: 'shared/dist',
    proof: 'shared/dist/kernel/contract.js',
    cwd: 'shared',
    command: () => swc('src', '--strip-leading-paths', '--ignore', '**/*.test.ts'),
  },
  server: {
    sources: [...COMMON, ...SERVER.map((folder) => `server/${folder}`), 'server/package.json'],
    folder: 'server/dist',
    proof: 'server/dist/src/main.js',
    cwd: 'server',
    command: () => swc(...SERVER.filter((folder) => existsSync(join(ROOT, 'server', folder)))),
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

/** The folders whose change means a new build of the part. */
export function sourcesOf(part) {
  return PARTS[part].sources.map((source) => join(ROOT, source)).filter((source) => existsSync(source));
}

/** @param part shared, server, h5 or weapp. Throws a Stop when it does not build. */
export async function build(part) {
  const { sources, folder, proof } = PARTS[part];
  const stamp = join(ROOT, '.cache/built', part);
  const from = `${digestOf(sources)} ${clientSettings()}`;
  // The proof's own digest too: a folder that another build has filled meanwhile (`npm run dev:h5`) is not ours.
  const current = () => `${from} ${digestOf([proof])}`;
  if (existsSync(join(ROOT, proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === current())
    return '没有变化';
  rmSync(stamp, { force: true });
  rmSync(join(ROOT, folder), { recursive: true, force: true }); // what has no source any more must not stay
  await compile(part);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, current());
  return undefined;
}

/** Compiles into the folder as it is, also when nothing has changed. */
export async function compile(part) {
  const { proof, cwd, command } = PARTS[part];
  const [file, args] = command();
  await run(`build-${part}`, file, args, { cwd: join(ROOT, cwd), env: { NODE_ENV: 'production' } });
  if (!existsSync(join(ROOT, proof))) throw new Stop(`编译 ${part} 没有结果。全部输出在 .cache/logs/build-${part}.log`);
}

/** What the environment puts into the client (client/config/index.ts). */
function clientSettings() {
  const own = Object.entries(process.env).filter(([name]) => name.startsWith('TARO_APP_'));
  return JSON.stringify(own.sort());
}
