/** Where a page of a list ended, as a text that the next request brings back. */
import type { Household } from '@xiangyue/shared/features/households/household';
import { type Position, positionOf } from './households.store';

/** Of the last household of the page. */
export function writePosition(page: readonly Household[]): string | null {
  const last = page.at(-1);
  if (!last) return null;
  const { villageId, numberKey } = positionOf(last);
  return `${villageId} ${numberKey}`;
}

/** Undefined for the first page; a text that was never given out begins a list anew. */
export function readPosition(after: string | undefined): Position | undefined {
  const [villageId, numberKey] = after?.split(' ') ?? [];
  return villageId && numberKey ? { villageId, numberKey } : undefined;
}
