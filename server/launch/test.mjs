/**
 * `npm test`: installs what is missing, checks, builds, and runs every test; ends with `N passed, N failed`.
 * `npm test -- --only server` runs one part (or several: `--only shared,server`): check, shared, server, client, and the
 * projects of client/e2e.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import util from 'node:util';
import { build } from './build.mjs';
import { runChecks, sayFailedChecks } from './checks.mjs';
import { install } from './install.mjs';
import { ensureBrowser, requireNode } from './machine.mjs';
import { readReport } from './report.mjs';
import { lastLines, ROOT, runToLog, tool } from './run.mjs';
import { main, Stop, sayError, step } from './steps.mjs';

const UNIT = ['shared', 'server', 'client'];
const E2E_CONFIG = 'client/e2e/jest.config.cjs';
/** A project that hangs must leave time to say so within a CI's patience. */
const JEST_LIMIT_MS = 15 * 60_000;

const counts = { passed: 0, failed: 0 };

/** A step without which others can still run: its failure is one failed test. @returns whether it went well */
async function attempt(title, work) {
  try {
    await step(title, work);
    return true;
  } catch (error) {
    counts.failed++;
    process.stdout.write(`${sayError(error)}\n`);
    return false;
  }
}

async function check() {
  let words;
  await step('检查', async () => {
    const results = await runChecks();
    const failed = results.filter(({ passed }) => !passed).length;
    counts.passed += results.length - failed;
    counts.failed += failed;
    words = sayFailedChecks(results);
    return failed === 0 ? `${results.length} 项` : `${failed} 项没有通过`;
  });
  process.stdout.write(words);
}

/** Runs one jest configuration, or one project of it, and counts its tests. */
async function jest(name, config, ...select) {
  let words = '';
  await attempt(`测试 ${name}`, async () => {
    const report = join(ROOT, `.cache/jest-${name}.json`);
    rmSync(report, { force: true });
    const options = [...select, '--json', `--outputFile=${report}`, '--maxWorkers=2'];
    const [file, args] = tool('jest/bin/jest.js', '-c', config, ...options);
    const env = { NODE_ENV: 'test' };
    const { code, output } = await runToLog(`test-${name}`, file, args, { env, limitMs: JEST_LIMIT_MS });
    if (!existsSync(report)) throw new Stop(`${lastLines(output)}\n\n测试 ${name} 没有结果。`);
    const result = readReport(JSON.parse(readFileSync(report, 'utf8')), code);
    counts.passed += result.passed;
    counts.failed += result.failed;
    words = result.words;
    const skipped = result.skipped > 0 ? `，跳过 ${result.skipped} 个` : '';
    return result.failed > 0 ? `${result.failed} 个没有通过${skipped}` : `${result.passed} 个${skipped}`;
  });
  if (words) process.stdout.write(`${words}\n`);
}

function journeyNames() {
  const { projects } = createRequire(import.meta.url)(join(ROOT, E2E_CONFIG));
  return projects.map(({ displayName }) => displayName);
}

async function runJourneys(names) {
  const needsBrowser = names.some((name) => name !== 'gate');
  const hasBrowser = !needsBrowser || (await attempt('浏览器和中文字体', ensureBrowser));
  const hasWeapp = names.every((name) => name === 'h5') || (await attempt('编译小程序', () => build('weapp')));
  const hasH5 = !names.includes('h5') || (await attempt('编译网页', () => build('h5')));
  for (const name of names) {
    const ready = (name === 'h5' ? hasH5 : hasWeapp) && (name === 'gate' || hasBrowser);
    if (ready) await jest(name, E2E_CONFIG, '--selectProjects', name);
  }
}

async function runTests() {
  const { values } = util.parseArgs({ options: { only: { type: 'string' } } });
  requireNode();
  await step('安装依赖', install);
  const journeys = journeyNames();
  const parts = ['check', ...UNIT, ...journeys];
  const wanted = values.only === undefined ? parts : values.only.split(',');
  if (!wanted.every((part) => parts.includes(part)))
    throw new Stop(`--only 只能是：${parts.join('、')}（可用逗号并列）`);

  if (wanted.includes('check')) await check();
  const builds = await attempt('编译服务', async () => {
    await build('shared');
    await build('server');
  });
  for (const name of UNIT.filter((name) => wanted.includes(name))) await jest(name, `${name}/jest.config.cjs`);
  const chosen = journeys.filter((name) => wanted.includes(name));
  if (builds && chosen.length > 0) await runJourneys(chosen);
}

main(async () => {
  await runTests().catch((error) => {
    counts.failed++;
    process.stdout.write(`\n${sayError(error)}\n`);
  });
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`);
  process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
});
