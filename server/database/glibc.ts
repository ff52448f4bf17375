/**
 * The engine is built against glibc 2.38. On an older Debian or Ubuntu its process runs under a newer release's loader
 * and C library, fetched once into a cache folder by the machine's own apt from the machine's own mirror: no root, apt's
 * own folders untouched, nothing installed.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { DatabaseError } from './messages';

const run = promisify(execFile);

const NEEDED_GLIBC = { major: 2, minor: 38 };
const APT_MAX_MS = 180_000;
const PACKAGES = ['libc6', 'libstdc++6', 'libgcc-s1'];

/** The release the library is taken from, and the key its archive is signed with. */
const RELEASES: Record<string, { suite: string; keyring: string }> = {
  debian: { suite: 'trixie', keyring: '/usr/share/keyrings/debian-archive-keyring.gpg' },
  ubuntu: { suite: 'noble', keyring: '/usr/share/keyrings/ubuntu-archive-keyring.gpg' },
};

const PLATFORMS: Record<string, { folder: string; loader: string }> = {
  x64: { folder: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { folder: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

/** How to start node so that the engine loads: the program and what comes before the script. */
export interface NodeCommand {
  file: string;
  args: string[];
}

const otherwise = '请换用更新的系统，或用环境变量 MONGODB_URI 指定一个 MongoDB。';

function unsupported(what: string): DatabaseError {
  return new DatabaseError('unsupported', `${what}，内置数据库不能运行。${otherwise}`);
}

/** Undefined where the C library is not glibc (Alpine, macOS). */
function systemGlibc(): string | undefined {
  // Else the report waits for the host names of open connections. Not yet in @types/node 20.
  Object.assign(process.report, { excludeNetwork: true });
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime;
}

export function isNewEnough(glibc: string): boolean {
  const [major = 0, minor = 0] = glibc.split('.').map(Number);
  return major > NEEDED_GLIBC.major || (major === NEEDED_GLIBC.major && minor >= NEEDED_GLIBC.minor);
}

export async function nodeCommand(cacheDir: string, onProgress: (sentence: string) => void): Promise<NodeCommand> {
  const plain: NodeCommand = { file: process.execPath, args: [] };
  const platform = PLATFORMS[process.arch];
  if (process.platform === 'darwin' && process.arch === 'arm64') return plain;
  if (process.platform !== 'linux' || platform === undefined) {
    throw unsupported(`这台机器是 ${process.platform}-${process.arch}`);
  }
  const glibc = systemGlibc();
  if (glibc === undefined) throw unsupported('这个系统没有 glibc（例如 Alpine）');
  if (isNewEnough(glibc)) return plain;

  const root = await ensureLibrary(path.resolve(cacheDir), glibc, onProgress);
  // Where a release's packages put their files: usr/lib since /usr was merged, lib before.
  const folders = ['usr/lib', 'lib']
    .map((lib) => path.join(root, lib, platform.folder))
    .filter((dir) => existsSync(dir));
  const loader = folders.map((dir) => path.join(dir, platform.loader)).find((file) => existsSync(file));
  if (loader === undefined) throw new DatabaseError('loader', `缓存里没有 ${platform.loader}，请删除 ${root} 后重试。`);
  return { file: loader, args: ['--library-path', folders.join(':'), process.execPath] };
}

async function ensureLibrary(cacheDir: string, glibc: string, onProgress: (s: string) => void): Promise<string> {
  const osRelease = parseOsRelease(await readFile('/etc/os-release', 'utf8').catch(() => ''));
  const family = [osRelease.ID, ...(osRelease.ID_LIKE ?? '').split(' ')].find((id) => id && id in RELEASES);
  const release = family === undefined ? undefined : RELEASES[family];
  const need = `${NEEDED_GLIBC.major}.${NEEDED_GLIBC.minor}`;
  if (family === undefined || release === undefined) throw unsupported(`系统的 glibc 是 ${glibc}，低于 ${need}`);

  const root = path.join(cacheDir, `${family}-${release.suite}-${process.arch}`);
  if (existsSync(root)) return root; // made by one rename: it is there whole or not at all
  onProgress(`系统的 glibc ${glibc} 较旧，正在取 ${release.suite} 的 C 库（约 4 MB，只取一次）`);
  await mkdir(cacheDir, { recursive: true });
  const work = await mkdtemp(`${root}.`);
  try {
    await fetchInto(work, release, osRelease);
    await rename(path.join(work, 'root'), root).catch((error: NodeJS.ErrnoException) => {
      // Another process was first: its copy is as good.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
    return root;
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    const { code, stderr, message } = error as Error & { code?: string | number; stderr?: string };
    const why = code === 'ENOENT' ? '找不到 apt-get 或 dpkg-deb' : '没能从 apt 的软件源取到 C 库，请检查网络后重试';
    const sentence = `系统的 glibc 是 ${glibc}，内置数据库需要 ${need} 以上；${why}。也可以用 MONGODB_URI 指定一个 MongoDB。`;
    throw new DatabaseError('loader', sentence, { detail: stderr?.trim() || message });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fetchInto(
  work: string,
  release: { suite: string; keyring: string },
  osRelease: Record<string, string>,
): Promise<void> {
  const debs = path.join(work, 'debs');
  for (const folder of ['lists/partial', 'cache/archives/partial', 'debs', 'root']) {
    await mkdir(path.join(work, folder), { recursive: true });
  }
  const mirror = await systemMirror(osRelease);
  const source = `deb [signed-by=${release.keyring}] ${mirror} ${release.suite} main\n`;
  await writeFile(path.join(work, 'sources.list'), source);
  await writeFile(path.join(work, 'status'), '');
  const settings = [
    `Dir::Etc::sourcelist=${work}/sources.list`,
    'Dir::Etc::sourceparts=/dev/null',
    `Dir::State=${work}`,
    `Dir::State::lists=${work}/lists`,
    `Dir::State::status=${work}/status`,
    `Dir::Cache=${work}/cache`,
    'APT::Sandbox::User=', // as root apt would switch to a user who cannot write here
    'APT::Update::Error-Mode=any', // a list that did not come is an error, not a warning
    'Acquire::Languages=none',
    'Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false',
    'Acquire::Retries=2',
    'Acquire::http::Timeout=20',
  ].flatMap((setting) => ['-o', setting]);
  const apt = (args: string[]) => run('apt-get', [...settings, '-q', ...args], { cwd: debs, timeout: APT_MAX_MS });
  await apt(['update']);
  await apt(['download', ...PACKAGES]);
  for (const deb of await readdir(debs)) {
    await run('dpkg-deb', ['-x', path.join(debs, deb), path.join(work, 'root')], { timeout: APT_MAX_MS });
  }
}

/** The mirror this machine already uses for its own system: where its apt would look for updates. */
async function systemMirror(osRelease: Record<string, string>): Promise<string> {
  // Needs neither root nor lists already fetched, unlike `indextargets`.
  const { stdout } = await run('apt-get', ['update', '--print-uris']);
  // Children of Ubuntu (Mint) name their parent's release separately.
  const mirror = chooseMirror(stdout, osRelease.UBUNTU_CODENAME ?? osRelease.VERSION_CODENAME ?? '');
  if (mirror === undefined) throw unsupported('apt 没有配置本系统的软件源');
  return mirror;
}

/**
 * From the lines `'http://host/debian/dists/bookworm/InRelease' …` the base address of the system's own repository.
 * Another vendor may use the same code name, but only the system's own also has bookworm-updates beside it.
 */
export function chooseMirror(printedUris: string, codename: string): string | undefined {
  const suites = new Map<string, Set<string>>();
  for (const [, base = '', suite = ''] of printedUris.matchAll(/^'(\S+?\/)dists\/([^/']+)\/InRelease'/gm)) {
    suites.set(base, (suites.get(base) ?? new Set()).add(suite));
  }
  const own = [...suites].filter(([, names]) => names.has(codename));
  const [first] = own.sort(([, a], [, b]) => b.size - a.size);
  return first?.[0];
}

export function parseOsRelease(text: string): Record<string, string> {
  const pairs = text.split('\n').map((line) => /^([A-Z_]+)="?(.*?)"?$/.exec(line));
  return Object.fromEntries(pairs.filter((pair) => pair !== null).map(([, key = '', value = '']) => [key, value]));
}
