/**
 * Midway's entry, and the one list of what the service consists of. Nothing is found by scanning folders: what is not
 * named here does not run, and a reader sees the whole at once.
 */
import { Configuration } from '@midwayjs/core';
import * as koa from '@midwayjs/koa';
import { campaignsApi, fraudCasesApi, fraudQuestionsApi } from './features/antifraud/antifraud.api';
import { AntifraudJobs } from './features/antifraud/antifraud.jobs';
import { CampaignAudience } from './features/antifraud/campaign-audience.service';
import { CampaignSender } from './features/antifraud/campaign-sender';
import { CampaignsService } from './features/antifraud/campaigns.service';
import { CampaignsStore } from './features/antifraud/campaigns.store';
import { CasesService } from './features/antifraud/cases.service';
import { CasesStore } from './features/antifraud/cases.store';
import { DeliveriesStore } from './features/antifraud/deliveries.store';
import { FraudQuestionsService } from './features/antifraud/fraud-questions.service';
import { FraudQuestionsStore } from './features/antifraud/fraud-questions.store';
import { DelegationPages } from './features/delegations/delegation-pages';
import { delegationsApi } from './features/delegations/delegations.api';
import { DelegationsService } from './features/delegations/delegations.service';
import { DelegationsStore } from './features/delegations/delegations.store';
import { DelegationsNews } from './features/delegations/delegations-news';
import { DelegationsPersonalData } from './features/delegations/delegations-personal-data';
import { BindingService } from './features/households/binding.service';
import { BindingRequestsStore } from './features/households/binding-requests.store';
import { CardsService } from './features/households/cards.service';
import { HouseholdRegister } from './features/households/household-register.service';
import { HouseholdView } from './features/households/household-view';
import { householdsApi, registerApi } from './features/households/households.api';
import { HouseholdsJobs } from './features/households/households.jobs';
import { HouseholdsService } from './features/households/households.service';
import { HouseholdsStore } from './features/households/households.store';
import { HouseholdsFamilies } from './features/households/households-families';
import { HouseholdsPersonalData } from './features/households/households-personal-data';
import { KinService } from './features/households/kin.service';
import { KinStore } from './features/households/kin.store';
import { MovesService } from './features/households/moves.service';
import { MyHouseholdService } from './features/households/my-household.service';
import { RegisterService } from './features/households/register.service';
import { DemoService } from './features/identity/demo.service';
import { DesktopSignInsStore } from './features/identity/desktop-sign-ins.store';
import { GrantsService } from './features/identity/grants.service';
import { demoApi, identityApi } from './features/identity/identity.api';
import { IdentityService } from './features/identity/identity.service';
import { PeopleStore } from './features/identity/people.store';
import { PersonCodesService } from './features/identity/person-codes.service';
import { PersonCodesStore } from './features/identity/person-codes.store';
import { SessionsStore } from './features/identity/sessions.store';
import { TextCheckService } from './features/identity/text-check.service';
import { AdvisersService } from './features/legal/advisers.service';
import { AdvisersStore } from './features/legal/advisers.store';
import { BookingDeskService } from './features/legal/booking-desk.service';
import { BookingMoves } from './features/legal/booking-moves';
import { BookingNews } from './features/legal/booking-news';
import { BookingView } from './features/legal/booking-view';
import { BookingsService } from './features/legal/bookings.service';
import { BookingsStore } from './features/legal/bookings.store';
import { HostsService } from './features/legal/hosts.service';
import { HoursStore } from './features/legal/hours.store';
import { adviserApi, bookingApi, bookingDeskApi } from './features/legal/legal.api';
import { LegalService } from './features/legal/legal.service';
import { LegalPersonalData } from './features/legal/legal-personal-data';
import { ServiceLogStore } from './features/legal/service-log.store';
import { WaitsStore } from './features/legal/waits.store';
import { ConsentsService } from './features/messages/consents.service';
import { ConsentsStore } from './features/messages/consents.store';
import { messagesApi } from './features/messages/messages.api';
import { MessagesService } from './features/messages/messages.service';
import { MessagesStore } from './features/messages/messages.store';
import { operationsApi } from './features/operations/operations.api';
import { OperationsService } from './features/operations/operations.service';
import { AccountsStore } from './features/points/accounts.store';
import { BulkService } from './features/points/bulk.service';
import { CatalogueService } from './features/points/catalogue.service';
import { CataloguesStore } from './features/points/catalogues.store';
import { ClaimDecisionsStore } from './features/points/claim-decisions.store';
import { ClaimsService } from './features/points/claims.service';
import { ClaimsStore } from './features/points/claims.store';
import { CreditingService } from './features/points/crediting.service';
import { CyclesService } from './features/points/cycles.service';
import { CyclesStore } from './features/points/cycles.store';
import { DeskClaimsService } from './features/points/desk-claims.service';
import { FundsStore } from './features/points/funds.store';
import { GoodsStore } from './features/points/goods.store';
import { LedgerService } from './features/points/ledger.service';
import { ObjectionsService } from './features/points/objections.service';
import { OrdersService } from './features/points/orders.service';
import { OrdersStore } from './features/points/orders.store';
import {
  pointsApi,
  pointsCatalogueApi,
  pointsCycleApi,
  pointsDesksApi,
  pointsShopApi,
} from './features/points/points.api';
import { PointsJobs } from './features/points/points.jobs';
import { PointsService } from './features/points/points.service';
import { PointsPersonalData } from './features/points/points-personal-data';
import { PublicityService } from './features/points/publicity.service';
import { ReviewsService } from './features/points/reviews.service';
import { ShopService } from './features/points/shop.service';
import { VerifyService } from './features/points/verify.service';
import { ErasureService } from './features/privacy/erasure.service';
import { ErasuresStore } from './features/privacy/erasures.store';
import { privacyApi } from './features/privacy/privacy.api';
import { PrivacyService } from './features/privacy/privacy.service';
import { PurposeConsentsService } from './features/privacy/purpose-consents.service';
import { PurposeConsentsStore } from './features/privacy/purpose-consents.store';
import { AdvisingService } from './features/questions/advising.service';
import { QuestionClocksStore } from './features/questions/question-clocks.store';
import { QuestionDeskService } from './features/questions/question-desk.service';
import { questionsApi, questionsDeskApi } from './features/questions/questions.api';
import { QuestionsJobs } from './features/questions/questions.jobs';
import { QuestionsService } from './features/questions/questions.service';
import { QuestionsPersonalData } from './features/questions/questions-personal-data';
import { ThreadsService } from './features/questions/threads.service';
import { ThreadsStore } from './features/questions/threads.store';
import { regionsApi } from './features/regions/regions.api';
import { RegionsService } from './features/regions/regions.service';
import { RegionsStore } from './features/regions/regions.store';
import { rosterApi } from './features/roster/roster.api';
import { RosterJobs } from './features/roster/roster.jobs';
import { RosterService } from './features/roster/roster.service';
import { RosterImportsStore } from './features/roster/roster-imports.store';
import { RosterPersonalData } from './features/roster/roster-personal-data';
import { ConsultationService } from './features/rules/consultation.service';
import { RuleCommentsStore } from './features/rules/rule-comments.store';
import { ruleConsultationApi, ruleWorkApi } from './features/rules/rule-work.api';
import { RuleWorkService } from './features/rules/rule-work.service';
import { RuleWorkStore } from './features/rules/rule-work.store';
import { rulesApi } from './features/rules/rules.api';
import { RulesJobs } from './features/rules/rules.jobs';
import { RulesService } from './features/rules/rules.service';
import { RulesStore } from './features/rules/rules.store';
import { RulesPersonalData } from './features/rules/rules-personal-data';
import { AccessLog } from './platform/access-log/access-log';
import { LooksStore } from './platform/access-log/looks.store';
import type { Registry } from './platform/auth/gate';
import { Database } from './platform/database/database';
import { Migrator } from './platform/database/migrator';
import { FileLinks } from './platform/files/file-links';
import { Files } from './platform/files/files';
import { FilesStore } from './platform/files/files.store';
import { FilesSweep } from './platform/files/files-sweep';
import { Health } from './platform/health/health';
import type { Api, Use } from './platform/http/implement';
import { Idempotency } from './platform/idempotency/idempotency';
import { IdempotencyStore } from './platform/idempotency/idempotency.store';
import { Jobs } from './platform/jobs/jobs';
import { JobsStore } from './platform/jobs/jobs.store';
import { Sweeper } from './platform/jobs/sweeper';
import { SweeperStore } from './platform/jobs/sweeper.store';
import { Metrics } from './platform/metrics/metrics';
import { Pace } from './platform/pace/pace';
import { PersonalData } from './platform/personal-data/personal-data';
import { Sealing } from './platform/sealing/sealing';
import { WechatClient } from './platform/wechat/wechat-client';
import { WechatTokenStore } from './platform/wechat/wechat-token.store';

/** What the container makes one of. */
export const parts = [
  // platform
  Database,
  Migrator,
  Health,
  Metrics,
  Pace,
  Sealing,
  JobsStore,
  Jobs,
  SweeperStore,
  Sweeper,
  PersonalData,
  LooksStore,
  AccessLog,
  IdempotencyStore,
  Idempotency,
  WechatTokenStore,
  WechatClient,
  FilesStore,
  FileLinks,
  Files,
  FilesSweep,
  // features: store, then service
  RegionsStore,
  RegionsService,
  RulesStore,
  RulesService,
  RuleWorkStore,
  RuleCommentsStore,
  MessagesStore,
  MessagesService,
  ConsentsStore,
  ConsentsService,
  PeopleStore,
  SessionsStore,
  DesktopSignInsStore,
  PersonCodesStore,
  IdentityService,
  GrantsService,
  PersonCodesService,
  TextCheckService,
  OperationsService,
  DemoService,
  ThreadsStore,
  QuestionClocksStore,
  AdvisingService,
  ThreadsService,
  QuestionsService,
  QuestionDeskService,
  QuestionsJobs,
  QuestionsPersonalData,
  PurposeConsentsStore,
  PurposeConsentsService,
  ErasuresStore,
  ErasureService,
  PrivacyService,
  HouseholdsStore,
  BindingRequestsStore,
  KinStore,
  HouseholdsService,
  HouseholdsFamilies,
  RuleWorkService,
  ConsultationService,
  RulesPersonalData,
  RulesJobs,
  HouseholdRegister,
  RosterImportsStore,
  RosterPersonalData,
  RosterService,
  RosterJobs,
  HouseholdView,
  CardsService,
  KinService,
  RegisterService,
  MovesService,
  BindingService,
  MyHouseholdService,
  HouseholdsJobs,
  HouseholdsPersonalData,
  AdvisersStore,
  ServiceLogStore,
  LegalService,
  AdvisersService,
  HoursStore,
  BookingsStore,
  WaitsStore,
  HostsService,
  BookingView,
  BookingNews,
  BookingMoves,
  BookingsService,
  BookingDeskService,
  LegalPersonalData,
  CataloguesStore,
  CyclesStore,
  AccountsStore,
  ClaimsStore,
  ClaimDecisionsStore,
  CatalogueService,
  LedgerService,
  ClaimsService,
  BulkService,
  CyclesService,
  CreditingService,
  DeskClaimsService,
  ReviewsService,
  PublicityService,
  ObjectionsService,
  PointsService,
  GoodsStore,
  OrdersStore,
  FundsStore,
  OrdersService,
  ShopService,
  VerifyService,
  PointsJobs,
  PointsPersonalData,
  CasesStore,
  CasesService,
  FraudQuestionsStore,
  FraudQuestionsService,
  CampaignsStore,
  DeliveriesStore,
  CampaignAudience,
  CampaignSender,
  CampaignsService,
  AntifraudJobs,
  DelegationsStore,
  DelegationsNews,
  DelegationsService,
  DelegationPages,
  DelegationsPersonalData,
];

/** What is offered under /api. */
export const apis: readonly Api[] = [
  regionsApi,
  rulesApi,
  ruleWorkApi,
  ruleConsultationApi,
  messagesApi,
  questionsApi,
  questionsDeskApi,
  identityApi,
  operationsApi,
  privacyApi,
  householdsApi,
  rosterApi,
  registerApi,
  adviserApi,
  pointsCatalogueApi,
  pointsApi,
  pointsDesksApi,
  fraudCasesApi,
  delegationsApi,
  bookingApi,
  bookingDeskApi,
  pointsShopApi,
  pointsCycleApi,
  fraudQuestionsApi,
  campaignsApi,
];

/** What is offered there in demo mode besides. */
export const demoApis: readonly Api[] = [demoApi];

/** How the gate learns who calls and where things lie. */
export function registryOf(use: Use): Registry {
  return {
    actorOf: (token, now) => use(IdentityService).actorOf(token, now),
    regionPathOf: {
      region: (id) => use(RegionsService).pathOf(id),
      ruleDocument: (id) => use(RuleWorkService).regionPathOf(id),
      household: (id) => use(HouseholdsService).pathOf(id),
      pointsClaim: (id) => use(ClaimsService).regionPathOf(id),
    },
  };
}

@Configuration({
  imports: [koa],
  // Cookies are not used; Midway refuses to start without a key for them.
  importConfigs: [
    { default: { keys: ['unused'], koa: {}, bodyParser: { enable: false }, siteFile: { enable: false } } },
  ],
})
export class ServiceConfiguration {}
