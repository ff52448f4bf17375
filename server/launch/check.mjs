/** `npm run check`: types, style, arrows, dead code, duplicates. Says nothing but one line when all is well. */
import process from 'node:process';
import { CHECKS, runCheck } from './checks.mjs';
import { install } from './install.mjs';
import { requireNode } from './machine.mjs';
import { main } from './steps.mjs';

/** Two at a time: as many as the smallest machine has cores. */
const AT_ONCE = 2;

main(async () => {
  requireNode();
  await install();
  const waiting = [...CHECKS];
  const failed = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { passed, output } = await runCheck(check);
      if (!passed) failed.push({ check, output });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const { check, output } of failed) process.stdout.write(`\n✗ ${check.title}\n${output.trim()}\n`);
  process.stdout.write(
    failed.length === 0
      ? `✓ ${CHECKS.map(({ title }) => title).join('、')}：都没有问题\n`
      : `\n${failed.length} 项有问题\n`,
  );
  process.exit(failed.length === 0 ? 0 : 1);
});
