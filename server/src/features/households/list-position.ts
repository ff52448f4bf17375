/** Where a page of a list ended, as a text that the next request brings back. */
import type { Household } from '@xiangyue/shared/features/households/household';
import { type Position, positionOf } from './households.store';

/** Where this household stands. */
export function writePosition(household: Household): string {
  const { villageId, numberKey } = positionOf(household);
  return `${villageId} ${numberKey}`;
}

/** Undefined for the first page; a text that was never given out begins a list anew. */
export function readPosition(after: string | undefined): Position | undefined {
  const [villageId, numberKey] = after?.split(' ') ?? [];
  return villageId && numberKey ? { villageId, numberKey } : undefined;
}
