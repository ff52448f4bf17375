import type { Household } from '@xiangyue/shared/features/households/household';

/** The member's name as it is registered today, also of somebody who has left. */
export function nameIn({ members, formerMembers }: Household, memberId: string): string {
  return [...members, ...formerMembers].find(({ id }) => id === memberId)?.name ?? '';
}
