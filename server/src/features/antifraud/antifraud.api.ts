import { campaignsContract } from '@xiangyue/shared/features/antifraud/campaigns.contract';
import { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import { fraudQuestionsContract } from '@xiangyue/shared/features/antifraud/questions.contract';
import { implement } from '../../platform/http/implement';
import { CampaignsService } from './campaigns.service';
import { CasesService } from './cases.service';
import { FraudQuestionsService } from './fraud-questions.service';

export const fraudCasesApi = implement('fraudCases', fraudCasesContract, (use) => ({
  cases: ({ input, now }) => use(CasesService).cases(input.villageId, now),
  case: ({ input, now }) => use(CasesService).case(input.caseId, now),
  desk: ({ actor, input }) => use(CasesService).desk(actor, input.regionId),
  staff: ({ input, now }) => use(CasesService).staff(input.regionId, now),
  create: ({ actor, input, key, now }) => use(CasesService).create(actor, input, key, now),
  deskCase: ({ actor, input }) => use(CasesService).deskCase(actor, input),
  save: ({ actor, input, now }) => use(CasesService).save(actor, input, now),
  move: ({ actor, input, now }) => use(CasesService).move(actor, input, now),
}));

export const fraudQuestionsApi = implement('fraudQuestions', fraudQuestionsContract, (use) => ({
  ask: ({ actor, input, key, now }) => use(FraudQuestionsService).ask(actor, input, key, now),
  mine: ({ actor }) => use(FraudQuestionsService).mine(actor),
  question: ({ actor, input, now }) => use(FraudQuestionsService).question(actor, input.questionId, now),
  add: ({ actor, input, key, now }) => use(FraudQuestionsService).add(actor, input, key, now),
  desk: ({ actor, input, now }) => use(FraudQuestionsService).desk(actor, input.regionId, now),
  deskQuestion: ({ actor, input, now }) => use(FraudQuestionsService).deskQuestion(actor, input, now),
  take: ({ actor, input }) => use(FraudQuestionsService).take(actor, input),
  answer: ({ actor, input, key, now }) => use(FraudQuestionsService).answer(actor, input, key, now),
}));

export const campaignsApi = implement('campaigns', campaignsContract, (use) => ({
  preview: ({ input, now }) => use(CampaignsService).preview(input, now),
  list: ({ input }) => use(CampaignsService).list(input.regionId),
  create: ({ actor, input, key, now }) => use(CampaignsService).create(actor, input, key, now),
  campaign: ({ input }) => use(CampaignsService).campaign(input),
  move: ({ input, now }) => use(CampaignsService).move(input, now),
}));
