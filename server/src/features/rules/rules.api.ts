import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { implement } from '../../platform/http/implement';
import { RulesService } from './rules.service';

export const rulesApi = implement('rules', rulesContract, (use) => ({
  inForce: ({ input }) => use(RulesService).inForce(input.villageId),
  document: ({ input }) => use(RulesService).document(input.documentId),
  search: ({ input }) => use(RulesService).search(input),
}));
