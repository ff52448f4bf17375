/** Package sizes: what each holds, and whether that is too much. */
import type { Dist, Finding } from './dist';
import { isPacked } from './files';
import { MAIN_LIMIT_BYTES, PACKAGE_LIMIT_BYTES, TOTAL_LIMIT_BYTES } from './limits';

export interface PackageSize {
  /** '' is the main package. */
  root: string;
  bytes: number;
}

/** Main package first, then subpackages as app.json lists them. */
export function packageSizes(dist: Dist): PackageSize[] {
  const roots = ['', ...(dist.app.subPackages ?? []).map(({ root }) => root.replace(/^\/|\/$/g, ''))];
  return roots.map((root) => {
    const own = dist.files.filter((file) => isPacked(file) && dist.packageOf(file) === root);
    return { root, bytes: own.reduce((sum, file) => sum + dist.bytes(file), 0) };
  });
}

export function checkSizes(dist: Dist): Finding[] {
  const sizes = packageSizes(dist);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const findings: Finding[] = [];
  const limit = (where: string, bytes: number, most: number, whose: string) => {
    if (bytes > most) findings.push({ check: 'size', where, message: `${bytes} bytes, ${whose} is ${most}` });
  };
  for (const { root, bytes } of sizes) {
    if (root === '') limit('main package', bytes, MAIN_LIMIT_BYTES, 'our limit');
    else limit(root, bytes, PACKAGE_LIMIT_BYTES, "WeChat's limit");
  }
  limit('all packages', total, TOTAL_LIMIT_BYTES, 'our limit');
  return findings;
}

/** One line a package, with its share of the limit. */
export function sizeTable(sizes: readonly PackageSize[]): string {
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const rows = sizes.map(
    ({ root, bytes }) => [root || 'main', bytes, root ? PACKAGE_LIMIT_BYTES : MAIN_LIMIT_BYTES] as const,
  );
  return [...rows, ['total', total, TOTAL_LIMIT_BYTES] as const]
    .map(([name, bytes, most]) => {
      const kilobytes = `${(bytes / 1000).toFixed(1)} kB`;
      return `${name.padEnd(24)} ${kilobytes.padStart(10)}  ${((bytes / most) * 100).toFixed(0).padStart(3)} % of ${(most / 1000).toFixed(0)} kB`;
    })
    .join('\n');
}
