/** All static checks of a weapp build, without WeChat DevTools and without an account. */
import { checkKeys, checkSwitches, checkTabs } from './app-json';
import { type Dist, type Finding, readDist } from './dist';
import { checkExtensions, checkStyleUrls } from './files';
import { checkWithOfficialCompiler, officialCompilerRuns } from './official-compiler';
import { checkReferences } from './references';
import { checkScripts } from './scripts';
import { checkSizes } from './sizes';

const CHECKS: readonly ((dist: Dist) => Finding[])[] = [
  checkSizes,
  checkExtensions,
  checkStyleUrls,
  checkKeys,
  checkTabs,
  checkSwitches,
  checkReferences,
  checkScripts,
  ...(officialCompilerRuns() ? [checkWithOfficialCompiler] : []),
];

/** Everything that is wrong with the build in `folder`; empty when it may be uploaded. */
export function gateFindings(folder: string): Finding[] {
  const dist = readDist(folder);
  return CHECKS.flatMap((check) => check(dist));
}

export function describeFindings(findings: readonly Finding[]): string {
  return findings.map(({ check, where, message }) => `[${check}] ${where}: ${message}`).join('\n');
}
