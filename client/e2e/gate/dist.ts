/** A weapp build on disk, as the gate's checks see it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Finding {
  /** Which check speaks, e.g. `size`. */
  check: string;
  /** File or package, from the root of the build. */
  where: string;
  message: string;
}

export interface Subpackage {
  root: string;
  pages: string[];
}

/** The parts of app.json that are checked; everything may be missing or wrong. */
export interface AppJson {
  pages?: string[];
  subPackages?: Subpackage[];
  tabBar?: {
    custom?: boolean;
    list?: { pagePath?: string; text?: string; iconPath?: string; selectedIconPath?: string }[];
  };
  window?: Record<string, unknown>;
  lazyCodeLoading?: string;
  sitemapLocation?: string;
  requiredPrivateInfos?: string[];
  plugins?: Record<string, unknown>;
  __usePrivacyCheck__?: boolean;
}

export interface Dist {
  folder: string;
  /** Paths with `/`, sorted. */
  files: readonly string[];
  app: AppJson;
  has(file: string): boolean;
  text(file: string): string;
  bytes(file: string): number;
  /** Files of one kind, e.g. `.js`. */
  ofType(suffix: string): string[];
  /** Root of the subpackage that a file lies in; '' is the main package. */
  packageOf(file: string): string;
  /** Every page of every package, without suffix. */
  pages: readonly string[];
}

/** Throws when there is no build, or no app.json that can be read. */
export function readDist(folder: string): Dist {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const known = new Set(files);
  const text = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const app = JSON.parse(text('app.json')) as AppJson;
  const subpackages = (app.subPackages ?? []).map(({ root, pages }) => ({ root: root.replace(/^\/|\/$/g, ''), pages }));
  return {
    folder,
    files,
    app,
    has: (file) => known.has(file),
    text,
    bytes: (file) => statSync(path.join(folder, file)).size,
    ofType: (suffix) => files.filter((file) => file.endsWith(suffix)),
    packageOf: (file) => subpackages.find(({ root }) => file.startsWith(`${root}/`))?.root ?? '',
    pages: [...(app.pages ?? []), ...subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))],
  };
}

/** What `wanted` means in `from`: `/x` from the root, else from the file's own folder. */
export function resolveIn(from: string, wanted: string): string {
  return wanted.startsWith('/')
    ? path.posix.normalize(wanted.slice(1))
    : path.posix.join(path.posix.dirname(from), wanted);
}
