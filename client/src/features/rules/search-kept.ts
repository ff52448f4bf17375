import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { matchClauses } from '@xiangyue/shared/features/rules/search.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { wordsOf } from '@xiangyue/shared/kernel/text';
import type { AnswerCache } from '@/platform/answer-cache';
import { keptAnswer } from '@/platform/use-api';

export type Match = OutputOf<typeof rulesContract.search>['matches'][number];

/** Without a network: looks through this village's documents that are kept on the phone, by the same rule as the service. */
export function searchKept(cache: AnswerCache, villageId: string, search: string): Match[] {
  const words = wordsOf(search);
  const inForce = keptAnswer(cache, rulesContract.inForce, { villageId });
  return (inForce?.documents ?? []).flatMap((summary) => {
    const document = keptAnswer(cache, rulesContract.document, { documentId: summary.id });
    return matchClauses(document?.clauses ?? [], words).map(({ clause, titleMarks, textMarks }) => ({
      documentId: summary.id,
      villageId,
      villageName: summary.villageName,
      documentTitle: summary.title,
      clauseNumber: clause.number,
      clauseTitle: clause.title,
      text: clause.text,
      titleMarks: titleMarks.map(([start, end]): [number, number] => [start, end]),
      textMarks: textMarks.map(([start, end]): [number, number] => [start, end]),
    }));
  });
}
