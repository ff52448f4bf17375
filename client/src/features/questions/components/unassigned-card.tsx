import { questionsDeskContract } from '@xiangyue/shared/features/questions/desk.contract';
import { UNASSIGNED_WHY } from '@xiangyue/shared/features/questions/thread.rules';
import { TOPIC_NAMES } from '@xiangyue/shared/features/questions/topics.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Segmented } from '@/ui/segmented';
import { Tag } from '@/ui/tag';
import { Ways } from '@/ui/ways';
import { sayLeft } from '../question-words';

type Desk = OutputOf<typeof questionsDeskContract.unassigned>;

interface Props {
  readonly regionId: string;
  readonly question: Desk['questions'][number];
  readonly advisers: Desk['advisers'];
  readonly onDone: () => void;
}

/** A question without an adviser: where, what kind, why, since when; and who is to answer it. */
export function UnassignedCard({ regionId, question, advisers, onDone }: Props) {
  const [adviserId, setAdviserId] = useState<string>();
  const nowMs = Date.now();
  const name = useAction(async (chosen: string) => {
    await api(questionsDeskContract.name, { regionId, questionId: question.id, adviserId: chosen });
    onDone();
  });
  const able = advisers.filter(({ personId }) => !question.excluded.includes(personId));
  const { owner, dueAt } = question;
  const isLate = dueAt === null || Date.parse(dueAt) < nowMs;
  return (
    <Card
      title={`${question.villageName}，${TOPIC_NAMES[question.topic]}`}
      aside={<Tag tone={isLate ? 'madder' : 'ochre'}>{dueAt === null ? '过了时间' : sayLeft(dueAt, nowMs)}</Tag>}
    >
      <Prose>
        {sayMoment(Date.parse(question.askedAt), nowMs)}问的。{UNASSIGNED_WHY[question.why]}。
        {owner && `现在由${owner.roleName}${owner.name}来定。`}
      </Prose>
      {able.length === 0 ? (
        <Prose>镇里没有别的法律顾问，请先在“任职”里安排一位。</Prose>
      ) : (
        <Segmented
          labelled
          label="请哪一位来答"
          options={able.map(({ personId, name: adviserName, placeName }) => ({
            value: personId,
            text: `${adviserName}（${placeName}）`,
          }))}
          value={adviserId}
          onChange={setAdviserId}
        />
      )}
      <ProblemNote problem={name.problem} />
      {adviserId !== undefined && (
        <Ways>
          <ActionButton filled onPress={() => name.run(adviserId)}>
            {name.busy ? '正在办…' : '请他来答'}
          </ActionButton>
        </Ways>
      )}
    </Card>
  );
}
