/** `npm run check`: types, style, arrows, dead code, duplicates. Says nothing but one line when all is well. */
import process from 'node:process';
import { runChecks, sayFailedChecks } from './checks.mjs';
import { install } from './install.mjs';
import { requireNode } from './machine.mjs';
import { main } from './steps.mjs';

main(async () => {
  requireNode();
  await install();
  const results = await runChecks();
  const failed = results.filter(({ passed }) => !passed).length;
  process.stdout.write(sayFailedChecks(results));
  process.stdout.write(
    failed === 0 ? `✓ ${results.map(({ title }) => title).join('、')}：都没有问题\n` : `\n${failed} 项有问题\n`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
});
