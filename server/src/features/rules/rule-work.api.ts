import { ruleConsultationContract } from '@xiangyue/shared/features/rules/consultation.contract';
import { ruleWorkContract } from '@xiangyue/shared/features/rules/work.contract';
import { implement } from '../../platform/http/implement';
import { ConsultationService } from './consultation.service';
import { RuleWorkService } from './rule-work.service';

export const ruleWorkApi = implement('ruleWork', ruleWorkContract, (use) => ({
  openDocuments: ({ input }) => use(RuleWorkService).openDocuments(input.regionId),
  createDraft: ({ actor, input, key, now }) => use(RuleWorkService).createDraft(actor, input, key, now),
  work: ({ input, now }) => use(RuleWorkService).work(input.documentId, now),
  saveDraft: ({ input, now }) => use(RuleWorkService).saveDraft(input, now),
  announce: ({ actor, input, now }) => use(RuleWorkService).announce(actor, input, now),
  submit: ({ actor, input, now }) => use(RuleWorkService).submit(actor, input, now),
  approve: ({ actor, input, now }) => use(RuleWorkService).approve(actor, input, now),
  sendBack: ({ actor, input, now }) => use(RuleWorkService).sendBack(actor, input, now),
  recordMeeting: ({ actor, input, now }) => use(RuleWorkService).recordMeeting(actor, input, now),
  file: ({ actor, input, now }) => use(RuleWorkService).file(actor, input, now),
  refuseFiling: ({ actor, input, now }) => use(RuleWorkService).moveWithReason(actor, 'refuseFiling', input, now),
  reopen: ({ actor, input, now }) => use(RuleWorkService).moveWithReason(actor, 'reopen', input, now),
  withdraw: ({ actor, input, now }) => use(RuleWorkService).moveWithReason(actor, 'withdraw', input, now),
}));

export const ruleConsultationApi = implement('ruleConsultation', ruleConsultationContract, (use) => ({
  announced: ({ input }) => use(ConsultationService).announced(input.villageId),
  consultation: ({ input, now }) => use(ConsultationService).consultation(input.documentId, now),
  comment: ({ actor, input, key, now }) => use(ConsultationService).comment(actor, input, key, now),
  mine: ({ actor, input }) => use(ConsultationService).mine(actor, input.documentId),
  sayOpinion: ({ actor, input, now }) => use(ConsultationService).sayOpinion(actor, input, now),
  commentsDesk: ({ input }) => use(ConsultationService).commentsDesk(input.documentId),
  look: ({ actor, input }) => use(ConsultationService).look(actor, input),
  answer: ({ actor, input, now }) => use(ConsultationService).answer(actor, input, now),
}));
