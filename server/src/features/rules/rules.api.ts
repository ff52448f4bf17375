import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { implement } from '../../platform/http/implement';
import { RulesService } from './rules.service';

export const rulesApi = implement('rules', rulesContract, (use) => ({
  inForce: ({ input, now }) => use(RulesService).inForce(input.villageId, now),
  document: ({ input, now }) => use(RulesService).document(input.documentId, now),
  pdf: ({ input, now }) => use(RulesService).pdf(input.documentId, now),
  versions: ({ input, now }) => use(RulesService).versions(input.documentId, now),
  search: ({ input, now }) => use(RulesService).search(input, now),
}));
