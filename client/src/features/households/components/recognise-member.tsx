import { RELATION_NAMES } from '@xiangyue/shared/features/households/household';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Segmented } from '@/ui/segmented';

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
          <FormCard
            title={`${groupName} ${number} 号`}
            of={save}
            act="就是他，绑定"
            acting="正在绑定…"
            onAct={memberId === undefined ? undefined : () => save.run(memberId)}
            leave="不是这一户"
            onLeave={onOther}
          >
            {free.length === 0 && <Prose>这一户的人都已经绑定了。</Prose>}
            <Segmented
              labelled
              label="他是哪一位"
              options={free.map(({ id, name, relation }) => ({
                value: id,
                text: `${name}（${RELATION_NAMES[relation]}）`,
              }))}
              value={memberId}
              onChange={setMemberId}
            />
          </FormCard>
        );
      }}
    </Result>
  );
}
