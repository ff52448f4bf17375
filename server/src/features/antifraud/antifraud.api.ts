import { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import { implement } from '../../platform/http/implement';
import { CasesService } from './cases.service';

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
