import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { Row } from '@/ui/row';
import type { Registered } from './registered-household';

interface Props {
  readonly household: Registered;
  readonly onChanged: () => void;
}

/** Relatives in other households; one that was entered by mistake is taken out with a tap and a second. */
export function KinOfHousehold({ household: { id: householdId, kin, mayKeep }, onChanged }: Props) {
  const [wrongId, setWrongId] = useState<string>();
  const remove = useAction(async (kinId: string) => {
    await api(registerContract.removeKin, { householdId, kinId });
    setWrongId(undefined);
    onChanged();
  });
  if (kin.length === 0) return null;
  const wrong = kin.find(({ id }) => id === wrongId);
  return (
    <>
      <Card title="别的户里的亲戚" flush>
        {kin.map(({ id, memberName, otherName, otherNumber, otherVillageName, kindName }) => (
          <Row
            key={id}
            title={`${memberName} — ${otherName}`}
            note={`${kindName}，${otherVillageName} ${otherNumber} 号`}
            onPress={mayKeep ? () => setWrongId(id) : undefined}
          />
        ))}
      </Card>
      {wrong && (
        <FormCard
          title="这条亲戚登记错了？"
          of={remove}
          act="去掉这条"
          acting="正在去掉…"
          onAct={() => remove.run(wrong.id)}
          leave="不去掉"
          onLeave={() => setWrongId(undefined)}
        >
          <Prose>{`${wrong.memberName}和${wrong.otherName}：${wrong.kindName}。去掉以后，评议、调解时他们不再互相回避。`}</Prose>
        </FormCard>
      )}
    </>
  );
}
