import type { ruleConsultationContract } from '@xiangyue/shared/features/rules/consultation.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDay } from '@xiangyue/shared/kernel/time';

export type Consultation = OutputOf<typeof ruleConsultationContract.consultation>;
export type ConsultedClause = Consultation['clauses'][number];
export type Comment = Consultation['comments'][number];
export type OwnComment = OutputOf<typeof ruleConsultationContract.mine>['comments'][number];
export type PollChoice = OutputOf<typeof ruleConsultationContract.mine>['opinions'][number]['choice'];

/** What the three choices are called; the poll is an opinion and decides nothing. */
export const CHOICES: readonly { readonly value: PollChoice; readonly text: string }[] = [
  { value: 'agree', text: '赞成' },
  { value: 'change', text: '要改' },
  { value: 'unsure', text: '说不准' },
];

export const RESULTS = { takenUp: '采纳', partly: '部分采纳', notTakenUp: '没有采纳' } as const;

/** Whose words these are: 冉桂兰, 一位村民, 石**（白正国代写）. */
export function sayAuthor({ author, onBehalfOf }: Pick<Comment, 'author' | 'onBehalfOf'>): string {
  const who = author ?? '一位村民';
  return onBehalfOf === null ? who : `${onBehalfOf}（${who}代写）`;
}

export function sayWhen({ at }: Pick<Comment, 'at'>): string {
  return sayDay(Date.parse(at));
}
