import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { ClauseTeaser } from '@/ui/clause-teaser';
import { clauseOfTheDay } from './clause-of-the-day';

/** One clause a day, the same for the whole village. Silent while it is not there: the page does not need it. */
export function TodaysClause({ documentId }: { readonly documentId: string }) {
  const { data } = useApi(rulesContract.document, { documentId });
  const clause = data && clauseOfTheDay(data.clauses, localDateOf(Date.now()));
  if (!clause) return null;
  return (
    <ClauseTeaser
      from={`今天读一条：第 ${clause.number} 条`}
      title={clause.title}
      text={clause.text}
      onPress={() => open(paths.clause(documentId, clause.number))}
    />
  );
}
