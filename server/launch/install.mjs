import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest.mjs';
import { requireDisk } from './machine.mjs';
import { ROOT, run } from './run.mjs';

const STAMP = 'node_modules/.xiangyue-installed';

/** What npm itself writes down about a finished install. */
const NPM_RECORD = 'node_modules/.package-lock.json';

/** Installs what the lock file says, unless that was done already. npm's own output goes to a log. */
export async function install(say) {
  const wanted = digestOf(['package-lock.json']);
  const stamp = join(ROOT, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return '已是最新';
  // Also after somebody's own `npm install`: what is there and right is not thrown away.
  const current =
    existsSync(join(ROOT, NPM_RECORD)) && isInstalled(readLock('package-lock.json'), readLock(NPM_RECORD));
  if (!current) {
    requireDisk();
    say?.('第一次需要一两分钟');
    // Not `npm ci`: it refuses a lock file that lacks a package for another system (the registry it was made from did
    // not have them all). This takes the same versions from the lock file, writes nothing into it, and completes what
    // this system needs.
    await run('npm-install', 'npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  writeFileSync(stamp, wanted);
  return current ? '已是最新' : undefined;
}

const readLock = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;

/** Whether every package of the lock file is there in its version; packages for other systems may be missing. */
export function isInstalled(locked, installed) {
  return Object.entries(locked).every(([place, { version, optional, link }]) => {
    if (!place.includes('node_modules/')) return true; // the workspaces themselves
    const found = installed[place];
    if (found === undefined) return optional === true;
    return found.version === version && found.link === link;
  });
}
