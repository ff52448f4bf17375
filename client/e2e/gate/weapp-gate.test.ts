/** The real build against every static check. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { WEAPP_DIST } from '../builds';
import { readDist } from './dist';
import { describeFindings, gateFindings } from './gate';
import { packageSizes, sizeTable } from './sizes';

test('the weapp build may be uploaded', () => {
  if (!existsSync(path.join(WEAPP_DIST, 'app.json')))
    throw new Error(`${WEAPP_DIST} has no build: run npm run build:weapp -w client first`);
  process.stdout.write(`${sizeTable(packageSizes(readDist(WEAPP_DIST)))}\n`);
  expect(describeFindings(gateFindings(WEAPP_DIST))).toBe('');
});
