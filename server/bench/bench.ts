/**
 * `npm run bench`: every figure beside its limit, measured in the same run on its own database. Prints one table and
 * writes artifacts/bench.json. Takes two to three minutes. Ratios travel between machines; absolute figures do not.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../database/start-database';
import { thirtyDaysOfSlotsMs } from './booking-slots';
import { sendCampaign } from './campaign';
import { type Child, residentMb, startChild } from './child';
import { compareVersionsMs } from './compare-versions';
import { compare } from './measure';
import { importRoster } from './roster';

interface Figure {
  readonly what: string;
  readonly figure: string;
  readonly limit: string;
  readonly holds: boolean;
}

const figures: Figure[] = [];
const children: Child[] = [];
const start = async (script: string, env: Record<string, string>) => {
  const child = await startChild(join(__dirname, script), env);
  children.push(child);
  return child;
};

async function main(): Promise<void> {
  atMost('两版各 100 条的村规逐条比对', compareVersionsMs(), 50, 'ms');
  atMost('一位法律顾问 30 天的可约时间，旁边有 1,000 次以前的预约', thirtyDaysOfSlotsMs(), 10, 'ms');
  const folder = mkdtempSync(join(tmpdir(), 'xiangyue-bench-'));
  const database = await startDatabase({ dir: join(folder, 'db') });
  try {
    const env = {
      MONGODB_URI: database.uri,
      MONGODB_DATABASE: 'bench',
      XIANGYUE_MODE: 'demo',
      PORT: '0',
      FILES_DIR: join(folder, 'files'),
      LOG_LEVEL: 'warn',
      TRUST_PROXY: 'true',
    };
    const main = '../src/main.js';
    await (await start(main, env)).stop(); // seeds
    const { people, perSecond, limitPerSecond, peakMb, twice } = await sendCampaign(env);
    const pace = { ours: perSecond, limit: limitPerSecond, ratio: perSecond / limitPerSecond };
    atLeast(`防骗提醒 ${people} 人 : 微信允许的快慢（50 毫秒一条）`, pace, 0.9);
    atMost('发防骗提醒的进程常驻内存', peakMb, 300, 'MB');
    atMost('收到两次防骗提醒的人', twice, 0, '人');
    const uncached = await start(main, { ...env, PUBLIC_CACHE_MS: '0' });
    atMost('服务就绪（数据库之后）', uncached.readyMs, 2_000, 'ms');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    atMost('服务常驻内存（空闲）', residentMb(uncached.pid), 200, 'MB');
    atMost('数据库常驻内存（演示数据）', residentMb(database.pid), 150, 'MB');

    const { documents } = (await (await fetch(`${uncached.address}/api/villages/zhaying/rules`)).json()) as {
      documents: [{ id: string }];
    };
    const path = `/api/rules/${documents[0].id}`;
    const bare = await start('bare-koa.js', env);
    atLeast('一份村规民约，每次查库 : 裸 Koa + 驱动', await compare(uncached.address + path, bare.address + path), 0.8);
    await bare.stop();

    const cached = await start(main, env);
    const file = await start('static-file.js', { ANSWER_URL: cached.address + path });
    atLeast('一份村规民约，内存里一秒 : 静态文件', await compare(cached.address + path, file.address), 0.5);
    await cached.stop();
    await file.stop();

    const { checkMs, writeMs, againMs, slowestAnswerMs } = await importRoster(uncached.address);
    atMost('名册 20,000 行：上传到检查完', checkMs, 30_000, 'ms');
    atMost('名册 20,000 行：检查加写入', checkMs + writeMs, 60_000, 'ms');
    atMost('同一份名册再检查一次', againMs, 30_000, 'ms');
    atMost('导入时别的请求最久等', slowestAnswerMs, 1_000, 'ms');
  } finally {
    for (const child of children) await child.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  report();
}

function atMost(what: string, value: number, limit: number, unit: string): void {
  const figure = Number.isFinite(value) ? `${Math.round(value)} ${unit}` : '有一次没有答复';
  figures.push({ what, figure, limit: `≤ ${limit} ${unit}`, holds: value <= limit });
}

function atLeast(
  what: string,
  { ours, limit, ratio }: { ours: number; limit: number; ratio: number },
  aim: number,
): void {
  const figure = `${ratio.toFixed(2)}（${Math.round(ours)} : ${Math.round(limit)} 次/秒）`;
  figures.push({ what, figure, limit: `≥ ${aim}`, holds: ratio >= aim });
}

function report(): void {
  const machine = `${cpus()[0]?.model ?? '?'} × ${cpus().length}，Node ${process.version}`;
  console.log(`\n${machine}`);
  console.table(
    Object.fromEntries(
      figures.map(({ what, figure, limit, holds }) => [what, { 测得: figure, 界限: limit, 达到: holds ? '是' : '否' }]),
    ),
  );
  const folder = join(__dirname, '../../../artifacts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'bench.json'),
    JSON.stringify({ machine, date: new Date().toISOString(), figures }, null, 2),
  );
  if (figures.some(({ holds }) => !holds)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
