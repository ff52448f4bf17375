/** `print-sizes.ts [dist]`: prints each package's size and ends with 1 above a limit. */
import path from 'node:path';
import { readDist } from './dist';
import { describeFindings } from './gate';
import { checkSizes, packageSizes, sizeTable } from './sizes';

const dist = readDist(path.resolve(process.argv[2] ?? path.join(__dirname, '..', '..', 'dist', 'weapp')));
process.stdout.write(`${sizeTable(packageSizes(dist))}\n`);
const findings = checkSizes(dist);
if (findings.length > 0) {
  process.stderr.write(`${describeFindings(findings)}\n`);
  process.exitCode = 1;
}
