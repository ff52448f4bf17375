/**
 * `npm test`: installs what is missing, checks, builds, and runs every test; ends with `N passed, N failed`.
 * `npm test -- --only server` runs one part: check, shared, server, client, gate, weapp or h5.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { CHECKS, runCheck } from './checks.mjs';
import { install } from './install.mjs';
import { ensureBrowser, requireNode } from './machine.mjs';
import { ROOT, runToLog, tool } from './run.mjs';
import { main, Stop, step } from './steps.mjs';

const UNIT = ['shared', 'server', 'client'];
const JOURNEYS = ['gate', 'weapp', 'h5'];
const FAILURE_LINES = 120;

const counts = { passed: 0, failed: 0 };

async function check() {
  for (const one of CHECKS)
    await step(`检查 ${one.title}`, async () => {
      const { passed, output } = await runCheck(one);
      counts[passed ? 'passed' : 'failed']++;
      if (passed) return undefined;
      process.stdout.write(`\n${output.trim()}\n`);
      return '没有通过';
    });
}

/** Runs one jest project and counts its tests; a suite that could not run counts as one failed test. */
async function jest(project, config) {
  await step(`测试 ${project}`, async () => {
    const report = join(ROOT, `.cache/jest-${project}.json`);
    rmSync(report, { force: true });
    const [file, args] = tool(
      'jest/bin/jest.js',
      '-c',
      config,
      '--selectProjects',
      project,
      '--json',
      `--outputFile=${report}`,
      '--maxWorkers=2',
    );
    const { code, output } = await runToLog(`test-${project}`, file, args, { env: { NODE_ENV: 'test' } });
    if (!existsSync(report)) throw new Stop(`${output.trim()}\n\n测试 ${project} 没有运行。`);
    const { numPassedTests, numFailedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length;
    const failed = numFailedTests + broken;
    counts.passed += numPassedTests;
    counts.failed += failed;
    if (failed > 0 || code !== 0) {
      for (const { message } of testResults)
        if (message) process.stdout.write(`${message.split('\n').slice(0, FAILURE_LINES).join('\n')}\n`);
      if (failed === 0) throw new Stop(`测试 ${project} 的结果不可信：全部输出在 .cache/logs/test-${project}.log`);
      return `${failed} 个没有通过`;
    }
    if (numTotalTests === 0) throw new Stop(`测试 ${project} 里一个测试也没有。`);
    return `${numPassedTests} 个`;
  });
}

main(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const parts = ['check', ...UNIT, ...JOURNEYS];
  if (values.only !== undefined && !parts.includes(values.only)) throw new Stop(`--only 只能是：${parts.join('、')}`);
  const wanted = (part) => values.only === undefined || values.only === part;
  requireNode();
  await step('安装依赖', install);
  if (JOURNEYS.some(wanted)) await step('浏览器和中文字体', ensureBrowser);
  if (wanted('check')) await check();
  await step('编译服务', async () => {
    await build('shared');
    await build('server');
  });
  for (const project of UNIT.filter(wanted)) await jest(project, 'jest.config.cjs');
  if (JOURNEYS.some(wanted)) {
    if (wanted('gate') || wanted('weapp')) await step('编译小程序', () => build('weapp'));
    if (wanted('h5')) await step('编译网页', () => build('h5'));
    for (const project of JOURNEYS.filter(wanted)) await jest(project, 'client/e2e/jest.config.cjs');
  }
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`);
  process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
});
