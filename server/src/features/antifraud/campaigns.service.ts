/** Campaigns at the desk: to whom, when, and how far it has come. Sending itself is campaign-sender.ts. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type CampaignGroup, isStartFine } from '@xiangyue/shared/features/antifraud/campaign.rules';
import { CAMPAIGNS_SHOWN_MAX, type campaignsContract } from '@xiangyue/shared/features/antifraud/campaigns.contract';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { CONFIG, type Config } from '../../platform/config/config';
import { type ErasedPart, PersonalData } from '../../platform/personal-data/personal-data';
import { IdentityService } from '../identity/identity.service';
import { ConsentsService } from '../messages/consents.service';
import { MessagesService } from '../messages/messages.service';
import { RegionsService } from '../regions/regions.service';
import { CampaignAudience } from './campaign-audience.service';
import { CampaignSender, campaignMessageKey } from './campaign-sender';
import { type Campaign, CampaignsStore } from './campaigns.store';
import { CasesService } from './cases.service';
import { DeliveriesStore } from './deliveries.store';
import { FraudQuestionsService } from './fraud-questions.service';

type Contract = typeof campaignsContract;
type Input<Name extends keyof Contract> = InputOf<Contract[Name]>;
type Output<Name extends keyof Contract> = OutputOf<Contract[Name]>;

const ERASES: ErasedPart = { erased: ['哪几次防骗提醒发给过您'], kept: [] };
const GATHERED_MAX = 2_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class CampaignsService {
  @Inject()
  private readonly store!: CampaignsStore;

  @Inject()
  private readonly deliveries!: DeliveriesStore;

  @Inject()
  private readonly audience!: CampaignAudience;

  @Inject()
  private readonly sender!: CampaignSender;

  @Inject()
  private readonly cases!: CasesService;

  @Inject()
  private readonly questions!: FraudQuestionsService;

  @Inject()
  private readonly messages!: MessagesService;

  @Inject()
  private readonly consents!: ConsentsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject(CONFIG)
  private readonly config!: Config;

  @Inject()
  private readonly personalData!: PersonalData;

  @Init()
  init(): void {
    this.personalData.register({
      key: 'campaigns',
      title: '发给我的防骗提醒',
      foretells: ERASES,
      gather: async (personId) =>
        (await this.deliveries.listOf(personId, GATHERED_MAX)).map(({ campaignId, state, reason }) => ({
          提醒: campaignId,
          微信提醒: state,
          没有提醒的原因: reason,
        })),
      erase: async (personId) => {
        await this.deliveries.removeAll(personId);
        return ERASES;
      },
    });
  }

  /** Numbers only. Problems: `antifraud.villagesWrong`. */
  async preview({ regionId, villageIds, groups }: Input<'preview'>, now: Date): Promise<Output<'preview'>> {
    await this.requireVillages(regionId, villageIds);
    const seen = new Set<string>();
    let reminded = 0;
    for await (const found of this.audience.peopleIn(villageIds, groups, now)) {
      const fresh = [...new Set(found)].filter((personId) => !seen.has(personId));
      for (const personId of fresh) seen.add(personId);
      reminded += await this.consents.countAllowing(fresh, this.config.WECHAT_WARNING_TEMPLATE);
    }
    return { people: seen.size, reminded };
  }

  async list(regionId: string): Promise<Output<'list'>> {
    return { campaigns: (await this.store.list(regionId, CAMPAIGNS_SHOWN_MAX)).map(summaryOf) };
  }

  /** Problems: `antifraud.villagesWrong`, `antifraud.caseUnknown`, `antifraud.caseNotThere`, `antifraud.startWrong`, `antifraud.nobodyThere`. */
  async create(actor: Actor, input: Input<'create'>, key: string, now: Date): Promise<Output<'create'>> {
    const { regionId, villageIds, groups, caseId, wavePeople, waveGapMinutes } = input;
    const startsAt = new Date(input.startsAt);
    if (!isStartFine(startsAt.getTime(), now.getTime())) throw problem('antifraud.startWrong');
    const villages = await this.requireVillages(regionId, villageIds);
    const told = await this.cases.requirePublic(caseId, now);
    if (!villages.every((path) => path.includes(told.regionId))) throw problem('antifraud.caseNotThere');
    if (!(await this.hasSomebody(villageIds, groups, now))) throw problem('antifraud.nobodyThere');
    const campaign: Campaign = {
      id: idFromKey(actor.personId, 'antifraud.campaign', key),
      regionId,
      regionPath: [...(await this.regions.pathOf(regionId))],
      villageIds,
      groups,
      caseId,
      caseTitle: told.title,
      sayNo: told.sayNo,
      byId: actor.personId,
      startsAt,
      wavePeople,
      waveGapMinutes,
      state: 'planned',
      revision: 0,
      round: 0,
      roundBeganAt: startsAt,
      people: null,
      why: null,
    };
    await this.store.insert(campaign);
    await this.sender.plan(campaign);
    return { id: campaign.id };
  }

  /** Problems: `antifraud.campaignUnknown`. */
  async campaign({ regionId, campaignId }: Input<'campaign'>): Promise<Output<'campaign'>> {
    const campaign = await this.requireIn(regionId, campaignId);
    const [counts, read, asked, regions, names] = await Promise.all([
      this.deliveries.count(campaignId),
      this.messages.countRead(campaignMessageKey(campaignId)),
      this.questions.askersOf(campaign.caseId, campaign.startsAt),
      this.regions.namesOf(campaign.villageIds),
      this.identity.namesOf([campaign.byId]),
    ]);
    const { byState } = counts;
    return {
      ...summaryOf(campaign),
      villageNames: campaign.villageIds.map((id) => regions.get(id) ?? ''),
      groups: campaign.groups,
      wavePeople: campaign.wavePeople,
      waveGapMinutes: campaign.waveGapMinutes,
      byName: names.get(campaign.byId) ?? '',
      why: campaign.why,
      inbox: counts.inbox,
      read,
      sent: byState.sent ?? 0,
      unknown: byState.unknown ?? 0,
      waiting: (byState.waiting ?? 0) + (byState.sending ?? 0),
      refused: [...counts.refused],
      asked,
    };
  }

  /** Problems: `antifraud.campaignUnknown`, `antifraud.campaignMovedOn`. */
  async move({ regionId, campaignId, revision, move, why }: Input<'move'>, now: Date): Promise<Record<string, never>> {
    await this.requireIn(regionId, campaignId);
    if (!(await this.store.move(campaignId, revision, move, now, why ?? null)))
      throw problem('antifraud.campaignMovedOn');
    if (move === 'resume') await this.sender.plan(await this.requireIn(regionId, campaignId));
    return {};
  }

  private async hasSomebody(
    villageIds: readonly string[],
    groups: readonly CampaignGroup[],
    now: Date,
  ): Promise<boolean> {
    for await (const found of this.audience.peopleIn(villageIds, groups, now)) if (found.length > 0) return true;
    return false;
  }

  /** The villages' paths; each lies in the region, or is the region. */
  private async requireVillages(regionId: string, villageIds: readonly string[]): Promise<(readonly string[])[]> {
    const inside = (await this.regions.placesIn(regionId)).filter(({ kind }) => kind === 'village');
    return villageIds.map((id) => {
      const village = inside.find((one) => one.id === id);
      if (!village) throw problem('antifraud.villagesWrong');
      return village.path;
    });
  }

  private async requireIn(regionId: string, campaignId: string): Promise<Campaign> {
    const found = await this.store.find(campaignId);
    if (!found?.regionPath.includes(regionId)) throw problem('antifraud.campaignUnknown');
    return found;
  }
}

function summaryOf({ id, caseId, caseTitle, state, revision, startsAt, people }: Campaign) {
  return { id, caseId, caseTitle, state, revision, startsAt: startsAt.toISOString(), people };
}
