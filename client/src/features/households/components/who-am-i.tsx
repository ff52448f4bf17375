import { RELATION_NAMES } from '@xiangyue/shared/features/households/household';
import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

/** The service checks again, and says it in its own words. */
const NAME_MAX_CHARACTERS = 20;

interface Props extends OutputOf<typeof householdsContract.openCard> {
  readonly code: string;
  readonly onBound: () => void;
  /** It is not this household after all. */
  readonly onOther: () => void;
}

/** Which of the household's people one is: chosen by the masked name, shown by writing the whole one. */
export function WhoAmI({ code, villageName, groupName, number, members, onBound, onOther }: Props) {
  const [memberId, setMemberId] = useState<string>();
  const [name, setName] = useState('');
  const bind = useAction(async (chosenId: string) => {
    await api(householdsContract.bindByCard, { code, memberId: chosenId, name });
    onBound();
  });
  const options = members.map(({ id, maskedName, relation }) => ({
    value: id,
    text: `${maskedName}（${RELATION_NAMES[relation]}）`,
  }));
  return (
    <Card title={`${villageName}${groupName} ${number} 号`}>
      {members.length === 0 ? (
        <Prose>这一户的人都已经绑定了。不是家里人绑的，请告诉村干部。</Prose>
      ) : (
        <Choice label="您是哪一位？" options={options} value={memberId} onChange={setMemberId} />
      )}
      {memberId !== undefined && (
        <TextField label="写您的全名" value={name} onChange={setName} maxCharacters={NAME_MAX_CHARACTERS} />
      )}
      <ProblemNote problem={bind.problem} />
      <Ways>
        <ActionButton onPress={onOther}>不是这一户</ActionButton>
        {memberId !== undefined && name.trim() !== '' && (
          <ActionButton filled onPress={() => bind.run(memberId)}>
            {bind.busy ? '正在绑定…' : '绑定'}
          </ActionButton>
        )}
      </Ways>
    </Card>
  );
}
