/** What `npm run check` looks at, and `npm test` counts. Each is quiet when all is well. */
import { runToLog, tool } from './run.mjs';

/** As many as the smallest machine has cores. */
const AT_ONCE = 2;

const types = (workspace) => tool('typescript-native/bin/tsc', '-p', workspace);

/** Name, what it finds, and the command. */
const CHECKS = [
  { name: 'types-shared', title: '类型 shared', command: types('shared') },
  { name: 'types-server', title: '类型 server', command: types('server') },
  { name: 'types-client', title: '类型 client', command: types('client') },
  {
    name: 'lint',
    title: '写法',
    command: tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=40'),
  },
  {
    name: 'arrows',
    title: '箭头',
    command: tool('dependency-cruiser/bin/dependency-cruise.mjs', 'shared', 'server', 'client'),
  },
  { name: 'dead-code', title: '没人用的代码', command: tool('knip/bin/knip.js', '--no-progress') },
  {
    name: 'duplicates',
    title: '重复的代码',
    command: tool('jscpd/bin/jscpd', 'shared', 'server', 'client', '--exitCode', '1'),
  },
];

/** Runs all checks, two at a time. @returns [{ title, passed, output }] in the order above */
export async function runChecks() {
  const results = [];
  const waiting = [...CHECKS.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, check] = next;
      const [file, args] = check.command;
      const { code, output } = await runToLog(`check-${check.name}`, file, args);
      results[at] = { title: check.title, passed: code === 0, output };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

/** The words of the checks that failed, under their titles; nothing when all is well. */
export function sayFailedChecks(results) {
  return results
    .filter(({ passed }) => !passed)
    .map(({ title, output }) => `\n✗ ${title}\n${output.trim()}\n`)
    .join('');
}
