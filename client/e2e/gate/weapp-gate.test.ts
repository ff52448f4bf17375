/** The real build against every static check. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readDist } from './dist';
import { describeFindings, gateFindings } from './gate';
import { packageSizes, sizeTable } from './sizes';

const DIST = path.join(__dirname, '..', '..', 'dist', 'weapp');

test('the weapp build may be uploaded', () => {
  if (!existsSync(path.join(DIST, 'app.json')))
    throw new Error(`${DIST} has no build: run npm run build:weapp -w client first`);
  process.stdout.write(`${sizeTable(packageSizes(readDist(DIST)))}\n`);
  expect(describeFindings(gateFindings(DIST))).toBe('');
});
