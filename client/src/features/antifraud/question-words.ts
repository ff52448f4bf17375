import { OPINION_NAMES, sayDue } from '@xiangyue/shared/features/antifraud/question.rules';
import type { fraudQuestionsContract } from '@xiangyue/shared/features/antifraud/questions.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';

export type Question = OutputOf<typeof fraudQuestionsContract.question>;
export type DeskQuestion = OutputOf<typeof fraudQuestionsContract.deskQuestion>;
type Told = Pick<Question, 'state' | 'dueAt' | 'opinion' | 'ownerName'>;

/** 向阳回答了：是诈骗, 等向阳回答，还剩 3 小时, 还没有人接，还剩 1 小时. */
export function sayState({ state, dueAt, opinion, ownerName }: Told, nowMs: number): string {
  if (state === 'answered' && opinion) return `${ownerName ?? '民警'}回答了：${OPINION_NAMES[opinion]}`;
  const who = ownerName === null ? '还没有人接' : `等${ownerName}回答`;
  return `${who}，${sayDue(Date.parse(dueAt), nowMs)}`;
}
