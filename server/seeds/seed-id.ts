import { createHash } from 'node:crypto';
import { ID_RANDOM_BYTES, makeId } from '@xiangyue/shared/kernel/ids';

/** The demo's own beginning of time. */
const SEEDED_AT_MS = Date.UTC(2026, 0, 1);

/** The same identifier for the same name, on every machine: links into the demo stay good. */
export function seedId(name: string): string {
  return makeId(SEEDED_AT_MS, createHash('sha256').update(name).digest().subarray(0, ID_RANDOM_BYTES));
}
