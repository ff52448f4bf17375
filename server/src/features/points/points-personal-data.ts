/** What points keep about a person, for "give me my data" and "delete me". */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { CLAIM_STATE_NAMES } from '@xiangyue/shared/features/points/points.rules';
import { ORDER_STATE_NAMES } from '@xiangyue/shared/features/points/shop.rules';
import { type ErasedPart, PersonalData, type PersonalRecord } from '../../platform/personal-data/personal-data';
import { HouseholdsService } from '../households/households.service';
import { AccountsStore } from './accounts.store';
import { ClaimDecisionsStore } from './claim-decisions.store';
import { ClaimsStore } from './claims.store';
import { OrdersStore } from './orders.store';

/** The account is the household's and a public matter of the village: entries stay, by whom is only a number then. */
const ERASES: ErasedPart = {
  erased: ['您提积分异议时写的话'],
  kept: [
    {
      what: '您家的积分账和申报，里面只有编号，没有您的姓名',
      why: '积分是全户的、公示过的，账要让全村查得清（村民委员会组织法第三十五条）',
    },
  ],
};
/** A claim a day for some years. */
const GATHERED_MAX = 1_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class PointsPersonalData {
  @Inject()
  private readonly personalData!: PersonalData;

  @Inject()
  private readonly claims!: ClaimsStore;

  @Inject()
  private readonly decisions!: ClaimDecisionsStore;

  @Inject()
  private readonly accounts!: AccountsStore;

  @Inject()
  private readonly orders!: OrdersStore;

  @Inject()
  private readonly households!: HouseholdsService;

  @Init()
  init(): void {
    this.personalData.register({
      key: 'points',
      title: '积分',
      foretells: ERASES,
      gather: (personId) => this.gather(personId),
      erase: async (personId) => {
        await this.decisions.forgetObjector(personId);
        return ERASES;
      },
    });
  }

  private async gather(personId: string): Promise<PersonalRecord[]> {
    const household = await this.households.householdOf(personId);
    const accounts = household ? await this.accounts.listOf(household.id) : [];
    const claims = await this.claims.listByPerson(personId, GATHERED_MAX);
    const orders = await this.orders.listByPerson(personId, GATHERED_MAX);
    return [
      ...orders.map(({ goodsName, count, pricePoints, orderedAt, state }) => ({
        换的东西: goodsName,
        件数: count,
        积分: pricePoints,
        时间: orderedAt.toISOString(),
        办到哪一步: ORDER_STATE_NAMES[state],
      })),
      ...accounts.map(({ year, balancePoints, honourPoints }) => ({
        年度: year,
        我家还能用的积分: balancePoints,
        我家这一年的荣誉积分: honourPoints,
      })),
      ...claims.flatMap((claim) => [
        ...(claim.proposedBy === personId
          ? [
              {
                申报: claim.itemTitle,
                分数: claim.points,
                哪天做的: claim.doneOn,
                写的话: claim.words,
                办到哪一步: CLAIM_STATE_NAMES[claim.state],
              },
            ]
          : []),
        ...claim.objections
          .filter(({ by }) => by === personId)
          .map(({ words, at, answer }) => ({ 我提的异议: words, 时间: at.toISOString(), 答复: answer })),
      ]),
    ];
  }
}
