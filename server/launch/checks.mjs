/** What `npm run check` looks at, and `npm test` counts. Each is quiet when all is well. */
import { runToLog, tool } from './run.mjs';

const types = (workspace) => tool('typescript-native/bin/tsc', '-p', workspace);

/** Name, what it finds, and the command. */
export const CHECKS = [
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

/** Runs one check. @returns { name, passed, output } */
export async function runCheck({ name, command: [file, args] }) {
  const { code, output } = await runToLog(`check-${name}`, file, args);
  return { name, passed: code === 0, output };
}
