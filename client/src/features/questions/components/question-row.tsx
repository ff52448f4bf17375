import type { QuestionSummary } from '@xiangyue/shared/features/questions/questions.contract';
import { TOPIC_NAMES } from '@xiangyue/shared/features/questions/topics.rules';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { sayLeft, sayState } from '../question-words';

/** A question in a list: how it begins, what about, where it is; for whoever has to answer, how long they have. */
export function QuestionRow({ question }: { readonly question: QuestionSummary }) {
  const nowMs = Date.now();
  const { text, tone } = sayState(question, nowMs);
  const { id, topic, villageName, excerpt, part, dueAt, changedAt } = question;
  const when = part === 'adviser' && dueAt !== null ? sayLeft(dueAt, nowMs) : sayMoment(Date.parse(changedAt), nowMs);
  return (
    <Row
      title={excerpt}
      note={`${TOPIC_NAMES[topic]}，${part === 'asker' ? '' : `${villageName}，`}${when}`}
      aside={<Tag tone={tone}>{text}</Tag>}
      onPress={() => open(paths.question(id))}
    />
  );
}
