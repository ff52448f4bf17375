import { rmSync } from 'node:fs';
import { SEEDED_VARIABLE } from './service';

export default function globalTeardown(): void {
  const folder = process.env[SEEDED_VARIABLE];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
