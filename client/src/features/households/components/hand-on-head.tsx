import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { Segmented } from '@/ui/segmented';
import type { Own } from './own-household';

interface Props {
  readonly household: Own;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The head makes another member the head. */
export function HandOnHead({ household, onDone, onClose }: Props) {
  const [memberId, setMemberId] = useState<string>();
  const handOn = useAction(async (newHeadId: string) => {
    await api(householdsContract.handOnHead, { memberId: newHeadId, revision: household.revision });
    onClose();
    onDone();
  });
  const options = household.members.filter(({ isHead }) => !isHead).map(({ id, name }) => ({ value: id, text: name }));
  return (
    <FormCard
      title="让谁当户主？"
      of={handOn}
      act="换户主"
      acting="正在换…"
      onAct={memberId === undefined ? undefined : () => handOn.run(memberId)}
      leave="先不换"
      onLeave={onClose}
    >
      <Prose>换了以后，只有新户主能再换回来。各人与户主的关系会跟着改，请看一看对不对。</Prose>
      <Segmented labelled label="新户主" options={options} value={memberId} onChange={setMemberId} />
    </FormCard>
  );
}
