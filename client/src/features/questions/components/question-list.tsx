import type { questionsContract } from '@xiangyue/shared/features/questions/questions.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import type { ReactNode } from 'react';
import type { MoreResult } from '@/platform/use-pages';
import { Card } from '@/ui/card';
import { LoadMore } from '@/ui/load-more';
import { QuestionRow } from './question-row';

interface Props {
  readonly of: MoreResult & { readonly pages: readonly OutputOf<typeof questionsContract.mine>[] };
  /** In place of an empty list. */
  readonly empty: ReactNode;
}

/** Questions, page after page. */
export function QuestionList({ of, empty }: Props) {
  const questions = of.pages.flatMap((page) => page.questions);
  if (questions.length === 0) return empty;
  return (
    <>
      <Card flush>
        {questions.map((question) => (
          <QuestionRow key={question.id} question={question} />
        ))}
      </Card>
      <LoadMore of={of} />
    </>
  );
}
