/** Who acts for whom in the demo: the courtyard head for a neighbour without a phone. */
import type { Delegation } from '@xiangyue/shared/features/delegations/delegations.rules';
import type { Household } from '@xiangyue/shared/features/households/household';
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import { seedId } from '../seed-id';

/** 白正国 for 石素兰. */
export const NEIGHBOUR_ID = seedId('delegations/shi-sulan');
const AGREED_DAYS_AGO = 12;
const RUNS_DAYS = 365;

/** @param now the consents were given some days before the demo begins */
export function demoDelegations(households: readonly Household[], now: Date): Delegation[] {
  const household = households.find(
    ({ courtyardId, members }) => courtyardId === 'zhaying-3-1' && members.some(({ name }) => name === '石素兰'),
  ) as Household;
  const on = daysAfter(localDateOf(now.getTime()), -AGREED_DAYS_AGO);
  return [
    {
      id: NEIGHBOUR_ID,
      kind: 'office',
      householdId: household.id,
      villagePath: household.regionPath.slice(0, 3),
      memberId: household.members.find(({ name }) => name === '石素兰')?.id as string,
      agentId: seedId('people/courtyard-head'),
      consent: {
        way: 'spoken',
        words: '在她家火铺边说好的：村里问意见、登记电话这些事，请院落长替她写。',
        on,
        photoIds: [],
      },
      startedAt: new Date(`${on}T10:00:00+08:00`),
      endsOn: daysAfter(on, RUNS_DAYS),
      ended: null,
    },
  ];
}
