/** Points as other features give them: an event of volunteers writes hours, points and notice at once, nobody twice. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { deciderRefusal } from '@xiangyue/shared/features/points/points.rules';
import { Problem } from '@xiangyue/shared/kernel/problem';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import type { ProblemCode } from '@xiangyue/shared/problems';
import { idFromWords } from '../../platform/auth/secrets';
import { HouseholdsService } from '../households/households.service';
import { KinService } from '../households/kin.service';
import { ClaimsService } from './claims.service';

/** What somebody did at an event, confirmed by whoever led it. */
export interface EventCredit {
  /** Names this person at this event, for ever: `volunteer/<attendance id>`. The same key is the same claim. */
  readonly key: string;
  /** Who took part; the points are their household's. */
  readonly personId: string;
  readonly villageId: string;
  /** The catalogue's item; `volunteer` in the template. */
  readonly itemKey?: string;
  /** Where the item has a range; its least value where it is left out. */
  readonly points?: number;
  readonly doneOn: LocalDate;
  /** What the entry will say: 清理河道，3 小时. At most 200 characters. */
  readonly words: string;
  /** The leader who confirmed the hours. */
  readonly confirmedBy: string;
}

/**
 * - `claimed`: a claim is on its way. The leader's word counts as the group's look where the leader is not close to the
 *   household; the village's panel, the publicity and the account follow as for every claim.
 * - `noHousehold`: the person is bound to no household of that village. `noItem`: the village has no such item, or no catalogue.
 * - `refused`: too long ago, the item's limit is reached, or the number is not the item's.
 */
export type EventCredited = 'claimed' | 'noHousehold' | 'noItem' | 'refused';

const VOLUNTEER_ITEM = 'volunteer';

@Provide()
@Scope(ScopeEnum.Singleton)
export class PointsService {
  @Inject()
  private readonly claims!: ClaimsService;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly kin!: KinService;

  /** Asks for the points of somebody's part in an event, once for its key: repeating is harmless. */
  async creditForEvent(credit: EventCredit, now: Date): Promise<EventCredited> {
    const household = await this.households.householdOf(credit.personId);
    if (household?.villageId !== credit.villageId) return 'noHousehold';
    const { itemKey = VOLUNTEER_ITEM, points, doneOn, words, confirmedBy } = credit;
    const asked = { itemKey, ...(points !== undefined && { points }), doneOn, words };
    const leader = await this.households.householdOf(confirmedBy);
    const related = [...(await this.kin.relatedHouseholdIds(household.id))];
    const contested = { householdId: household.id, relatedHouseholdIds: related, proposedBy: '', reviews: [] };
    const isImpartial = deciderRefusal(contested, { personId: confirmedBy, householdId: leader?.id ?? null }) === null;
    const review = {
      by: confirmedBy,
      householdId: leader?.id ?? '',
      stage: 'group' as const,
      approves: true,
      words,
      at: now,
    };
    try {
      await this.claims.propose(
        household,
        asked,
        {
          id: idFromWords(0, `points.event/${credit.key}`),
          by: credit.personId,
          source: 'event',
          onBehalf: true,
          photoIds: [],
          ...(isImpartial && { review }),
        },
        now,
      );
      return 'claimed';
    } catch (error) {
      if (isProblem(error, 'points.noCatalogue', 'points.itemUnknown')) return 'noItem';
      if (isProblem(error, 'points.capReached', 'points.doneOnWrong', 'points.cycleClosed', 'points.pointsWrong'))
        return 'refused';
      throw error;
    }
  }
}

function isProblem(error: unknown, ...codes: ProblemCode[]): boolean {
  return error instanceof Problem && (codes as string[]).includes(error.code);
}
