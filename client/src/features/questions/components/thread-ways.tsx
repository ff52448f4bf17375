import { type QuestionThread, questionsContract } from '@xiangyue/shared/features/questions/questions.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { FormCard } from '@/ui/form-card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Ways } from '@/ui/ways';

interface Props {
  readonly thread: QuestionThread;
  readonly onDone: () => void;
  /** The question does not exist any more for whoever declared to know the other side. */
  readonly onGone: () => void;
}

/** The steps beside words: end, thank, open again, hand over. */
export function ThreadWays({ thread, onDone, onGone }: Props) {
  const { id: questionId, part, state, isThanked } = thread;
  const [isDeclaring, setDeclaring] = useState(false);
  const act = useAction(async (what: 'close' | 'reopen' | 'thank') => {
    await api(questionsContract[what], { questionId });
    onDone();
  });
  const declare = useAction(async () => {
    await api(questionsContract.declareConflict, { questionId });
    onGone();
  });
  const isAsker = part === 'asker';
  const isAnswered = thread.events.some(({ what }) => what === 'answered');
  if (isDeclaring)
    return (
      <FormCard
        title="您和对方认识？"
        of={declare}
        act="我回避，交给镇里"
        acting="正在交…"
        onAct={declare.run}
        leave="不回避"
        onLeave={() => setDeclaring(false)}
      >
        <Prose>
          对方是您的亲戚、朋友、当事人，或者您办过他的事，就请回避。镇里会另请一位律师；从现在起您看不到这个问题。
        </Prose>
      </FormCard>
    );
  return (
    <>
      <Ways stacked>
        {isAsker && isAnswered && !isThanked && <ActionButton onPress={() => act.run('thank')}>谢谢律师</ActionButton>}
        {isAsker && state === 'closed' && (
          <ActionButton onPress={() => act.run('reopen')}>重新打开，接着问</ActionButton>
        )}
        {(isAsker ? state !== 'closed' : part === 'adviser' && state === 'answered') && (
          <ActionButton onPress={() => act.run('close')}>{isAsker ? '清楚了，结束' : '结束这个问题'}</ActionButton>
        )}
        {part === 'adviser' && state !== 'closed' && (
          <ActionButton onPress={() => setDeclaring(true)}>我和对方认识，要回避</ActionButton>
        )}
      </Ways>
      <ProblemNote problem={act.problem} />
    </>
  );
}
