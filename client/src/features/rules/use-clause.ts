import { useRouter } from '@tarojs/taro';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { replaceAddress, scrollToTop } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import type { Clause, RuleDocument } from './clause-words';

/** The clause that the address names, in its document, and the way to its neighbours without leaving the page. */
export function useClause() {
  const { documentId = '', number: asked = '1' } = useRouter().params;
  const [number, setNumber] = useState(Number(asked));
  const rules = useApi(rulesContract.document, { documentId });

  function show(next: number) {
    setNumber(next);
    replaceAddress(paths.clause(documentId, next));
    scrollToTop();
  }

  return { rules, number, show, path: paths.clause(documentId, number) };
}

/** A clause and the numbers of those before and after it; undefined when the document has no such clause. */
export function findClause({ clauses }: Pick<RuleDocument, 'clauses'>, number: number) {
  const at = clauses.findIndex((clause) => clause.number === number);
  const clause: Clause | undefined = clauses[at];
  if (!clause) return undefined;
  return { clause, previous: clauses[at - 1]?.number, next: clauses[at + 1]?.number };
}
