/** WeChat's own compilers (wcc for WXML and WXS, wcsc for WXSS) as a syntax gate. Their output is thrown away. */
import wcc from 'miniprogram-compiler/src/wcc';
import wcsc from 'miniprogram-compiler/src/wcsc';
import type { Dist, Finding } from './dist';

/** Their answer is the compiled app as text; far above any build of ours. */
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

/** The package has programs for Linux on x64, macOS and Windows. */
export function officialCompilerRuns(): boolean {
  return (
    process.platform === 'darwin' ||
    process.platform === 'win32' ||
    (process.platform === 'linux' && process.arch === 'x64')
  );
}

export function checkWithOfficialCompiler(dist: Dist): Finding[] {
  const without = (suffix: string) => dist.ofType(suffix).map((file) => file.slice(0, -suffix.length));
  const findings: Finding[] = [];
  try {
    wcc(dist.folder, without('.wxml'), dist.ofType('.wxs'), { maxBuffer: OUTPUT_LIMIT_BYTES });
  } catch (fault) {
    findings.push({
      check: 'wcc',
      where: 'wxml',
      message: fault instanceof Error ? fault.message.trim() : String(fault),
    });
  }
  // This one gives its error back instead of throwing it.
  const styles = wcsc(dist.folder, without('.wxss'), { maxBuffer: OUTPUT_LIMIT_BYTES });
  if (styles instanceof Error) findings.push({ check: 'wcsc', where: 'wxss', message: styles.message.trim() });
  return findings;
}
