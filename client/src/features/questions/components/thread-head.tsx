import type { QuestionThread } from '@xiangyue/shared/features/questions/questions.contract';
import { TOPIC_NAMES } from '@xiangyue/shared/features/questions/topics.rules';
import { Card } from '@/ui/card';
import { Prose } from '@/ui/prose';
import { Tag } from '@/ui/tag';
import { sayState, sayTurn } from '../question-words';

/** Where the question is: whose turn, until when, who is next, and who reads it. */
export function ThreadHead({ thread }: { readonly thread: QuestionThread }) {
  const nowMs = Date.now();
  const { text, tone } = sayState(thread, nowMs);
  const turn = sayTurn(thread, nowMs);
  const also = thread.people.map(({ name, isMe }) => (isMe ? '您' : name)).join('、');
  return (
    <Card title={`${TOPIC_NAMES[thread.topic]}，${thread.villageName}`} aside={<Tag tone={tone}>{text}</Tag>}>
      {turn && <Prose>{turn}</Prose>}
      <Prose>
        只有问的人、答的律师{also && `和请来一起看的${also}`}看得到。{thread.isThanked && '问的人说了谢谢。'}
      </Prose>
    </Card>
  );
}
