import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { ProblemView } from '@/ui/problem-view';
import { Prose } from '@/ui/prose';
import { Ways } from '@/ui/ways';
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
    <Card title="让谁当户主？">
      <Prose>换了以后，只有新户主能再换回来。各人与户主的关系会跟着改，请看一看对不对。</Prose>
      <Choice label="新户主" options={options} value={memberId} onChange={setMemberId} />
      {handOn.problem && <ProblemView problem={handOn.problem} retry={() => handOn.run(memberId ?? '')} />}
      <Ways>
        <ActionButton onPress={onClose}>先不换</ActionButton>
        {memberId !== undefined && (
          <ActionButton filled onPress={() => handOn.run(memberId)}>
            {handOn.busy ? '正在换…' : '换户主'}
          </ActionButton>
        )}
      </Ways>
    </Card>
  );
}
