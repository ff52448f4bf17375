import { ruleConsultationContract } from '@xiangyue/shared/features/rules/consultation.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useIsSignedIn } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import type { ConsultedClause, PollChoice } from './consultation-words';

interface Said {
  readonly choice: PollChoice;
  readonly poll: ConsultedClause['poll'];
}

/** A draft that is being discussed: what everyone sees, and what I said. */
export function useConsultation(documentId: string) {
  const isSignedIn = useIsSignedIn();
  const shown = useApi(ruleConsultationContract.consultation, { documentId }, { asksAnew: true });
  const mine = useApi(ruleConsultationContract.mine, { documentId });
  // The page itself is kept for some seconds by whoever carries it; the answer to a tap is newer.
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const opinion = useAction(async (clauseKey: string, choice: PollChoice) => {
    const { poll } = await api(ruleConsultationContract.sayOpinion, { documentId, clauseKey, choice });
    setSaid((before) => ({ ...before, [clauseKey]: { choice, poll } }));
  });
  useShownAgain(shown.retry);

  return {
    isSignedIn,
    shown,
    mine,
    pollOn: ({ key, poll }: ConsultedClause) => said[key]?.poll ?? poll,
    opinionOn: (clauseKey: string) =>
      said[clauseKey]?.choice ?? mine.data?.opinions.find((one) => one.clauseKey === clauseKey)?.choice,
    opinion,
    refresh: () => {
      shown.retry();
      mine.retry();
    },
  };
}
