/** What this machine is and has. Every refusal is one sentence that says what to do. */
import { execFileSync } from 'node:child_process';
import fs, { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT, run } from './run.mjs';
import { Stop } from './steps.mjs';

const NODE_NEEDED = [20, 19];
const INSTALL_NEEDS_GB = 3;

/** Refuses a Node that is too old for what is installed next. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1])) return;
  throw new Stop(`需要 Node ${NODE_NEEDED.join('.')} 或更新的版本，这里是 ${version}。请先升级 Node。`);
}

/** Only before an install: afterwards everything is there already. */
export function requireDisk() {
  // Not by name: an old Node without it must come as far as requireNode.
  const { bavail, bsize } = fs.statfsSync(ROOT);
  const freeGb = (bavail * bsize) / 1024 ** 3;
  if (freeGb < INSTALL_NEEDS_GB)
    throw new Stop(`磁盘只剩 ${freeGb.toFixed(1)} GB，至少需要 ${INSTALL_NEEDS_GB} GB。请先腾出空间。`);
}

/** The same places, in the same order, as client/e2e/chromium.ts looks at. */
const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const hasBrowser = () => BROWSERS.some((path) => existsSync(path));

function hasChineseFont() {
  if (process.platform === 'darwin') return true;
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch (error) {
    if (error.code === 'ENOENT') return false; // without fontconfig there are no fonts either
    throw error;
  }
}

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));

/** A browser and a Chinese font for the journeys: through apt where that is possible, else the person is asked. */
export async function ensureBrowser(say) {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !existsSync(chosen)) throw new Stop(`CHROME_PATH 指的文件不存在：${chosen}。请改成浏览器程序的路径。`);
  const missing = [];
  if (!chosen && !hasBrowser()) missing.push('chromium');
  if (!hasChineseFont()) missing.push('fonts-noto-cjk');
  if (missing.length === 0) return '已有';
  if (!isDebian() || process.getuid?.() !== 0)
    throw new Stop(
      missing.includes('chromium')
        ? '测试需要 Chromium 或 Chrome：请先安装，或用 CHROME_PATH=浏览器程序的路径 指明它在哪里，再运行 npm test。'
        : '测试需要中文字体：请先安装 fonts-noto-cjk（或文泉驿），再运行 npm test。',
    );
  say(`安装 ${missing.join('、')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-update', 'apt-get', ['update', '-q'], { env });
  const wanted = ['fontconfig', ...missing];
  await run('apt-install', 'apt-get', ['install', '-y', '-q', '--no-install-recommends', ...wanted], { env });
  // Ubuntu's package of this name only points at a snap, which a container cannot run.
  if (!chosen && !hasBrowser())
    throw new Stop(
      'apt 里没有能用的 Chromium：请另行安装 Chrome，用 CHROME_PATH=浏览器程序的路径 指明，再运行 npm test。',
    );
  return `装好 ${missing.join('、')}`;
}

/** Where the demo keeps its data; made if missing. */
export function dataFolder() {
  const folder = join(ROOT, '.data');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The process that has the demo's database open, by the number the engine leaves in its lock. */
export function databaseHolder(dir = join(ROOT, '.data/db')) {
  const lock = join(dir, 'mongod.lock');
  const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0; // emptied by a clean stop
  if (!pid) return undefined;
  // A killed engine leaves its number, which another program may have by now: only an engine counts.
  return /engine-process\.js/.test(commandOf(pid)) ? pid : undefined;
}

function commandOf(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH' || error.status === 1) return ''; // no such process
    throw error;
  }
}
