import { RELATION_NAMES } from '@xiangyue/shared/features/households/household';
import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { NAME_MAX_CHARACTERS } from '@xiangyue/shared/features/identity/identity.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { Segmented } from '@/ui/segmented';
import { TextField } from '@/ui/text-field';

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
    <FormCard
      title={`${villageName}${groupName} ${number} 号`}
      of={bind}
      act="绑定"
      acting="正在绑定…"
      onAct={memberId !== undefined && name.trim() !== '' ? () => bind.run(memberId) : undefined}
      leave="不是这一户"
      onLeave={onOther}
    >
      {members.length === 0 ? (
        <Prose>这一户的人都已经绑定了。不是家里人绑的，请告诉村干部。</Prose>
      ) : (
        <Segmented labelled label="您是哪一位？" options={options} value={memberId} onChange={setMemberId} />
      )}
      {memberId !== undefined && (
        <TextField label="写您的全名" value={name} onChange={setName} maxCharacters={NAME_MAX_CHARACTERS} />
      )}
    </FormCard>
  );
}
