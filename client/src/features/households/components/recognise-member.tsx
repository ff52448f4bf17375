import { RELATION_NAMES } from '@xiangyue/shared/features/households/household';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Ways } from '@/ui/ways';

interface Props {
  readonly householdId: string;
  /** Says that it is this member. Throws ApiProblem. */
  readonly onSave: (memberId: string) => Promise<void>;
  readonly onOther: () => void;
}

/** Which of the household's people somebody is. */
export function RecogniseMember({ householdId, onSave, onOther }: Props) {
  const household = useApi(registerContract.household, { householdId }, { keep: false, isRecorded: true });
  const [memberId, setMemberId] = useState<string>();
  const save = useAction(onSave);
  return (
    <Result of={household}>
      {({ groupName, number, members }) => {
        const free = members.filter(({ boundAt }) => boundAt === null);
        return (
          <Card title={`${groupName} ${number} 号`}>
            {free.length === 0 && <Prose>这一户的人都已经绑定了。</Prose>}
            <Choice
              label="他是哪一位"
              options={free.map(({ id, name, relation }) => ({
                value: id,
                text: `${name}（${RELATION_NAMES[relation]}）`,
              }))}
              value={memberId}
              onChange={setMemberId}
            />
            <ProblemNote problem={save.problem} />
            <Ways>
              <ActionButton onPress={onOther}>不是这一户</ActionButton>
              {memberId !== undefined && (
                <ActionButton filled onPress={() => save.run(memberId)}>
                  {save.busy ? '正在绑定…' : '就是他，绑定'}
                </ActionButton>
              )}
            </Ways>
          </Card>
        );
      }}
    </Result>
  );
}
