import { OPINION_NAMES, type Opinion } from '@xiangyue/shared/features/antifraud/question.rules';
import { ANSWER_MAX_CHARACTERS, fraudQuestionsContract } from '@xiangyue/shared/features/antifraud/questions.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useSession } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextArea } from '@/ui/text-area';
import { Ways } from '@/ui/ways';
import type { DeskQuestion } from '../question-words';

interface Props {
  readonly regionId: string;
  readonly of: DeskQuestion;
  readonly onDone: () => void;
}

/** The answer of whoever answers for it; everybody else takes it over first. */
export function AnswerForm({ regionId, of: { id: questionId, ownerId, ownerName }, onDone }: Props) {
  const me = useSession(({ session }) => session?.personId);
  const [opinion, setOpinion] = useState<Opinion>();
  const [text, setText] = useState('');
  const take = useAction(async () => {
    await api(fraudQuestionsContract.take, { regionId, questionId, insteadOf: ownerId });
    onDone();
  });
  const answer = useAction(async (as: Opinion) => {
    await api(fraudQuestionsContract.answer, { regionId, questionId, text, opinion: as });
    setText('');
    onDone();
  });
  if (ownerId !== me)
    return (
      <Card title={ownerName === null ? '还没有人接' : `由${ownerName}回答`}>
        <Prose>您来答，就点下面；问的人会看到是您回答。</Prose>
        <ProblemNote problem={take.problem} />
        <Ways>
          <ActionButton filled onPress={take.run}>
            {take.busy ? '正在办…' : '我来答'}
          </ActionButton>
        </Ways>
      </Card>
    );
  return (
    <Card title="回答">
      <Segmented labelled label="是不是诈骗" options={optionsOf(OPINION_NAMES)} value={opinion} onChange={setOpinion} />
      <TextArea
        id="answer-text"
        label="怎么看出来的，现在怎么做"
        value={text}
        onChange={setText}
        maxCharacters={ANSWER_MAX_CHARACTERS}
      />
      <ProblemNote problem={answer.problem} />
      {opinion && text.trim() !== '' && (
        <Ways>
          <ActionButton filled onPress={() => answer.run(opinion)}>
            {answer.busy ? '正在送出…' : '送给问的人'}
          </ActionButton>
        </Ways>
      )}
    </Card>
  );
}
