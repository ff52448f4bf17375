import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Row } from '@/ui/row';
import { TextButton } from '@/ui/text-button';
import { KinForm } from './kin-form';
import type { Own } from './own-household';

interface Props {
  readonly household: Own;
  readonly onChanged: () => void;
}

/** Relatives in other households, as far as somebody has said so. */
export function KinCard({ household, onChanged }: Props) {
  const { kin, villageId } = household;
  const [isAdding, setIsAdding] = useState(false);
  const remove = useAction(async (kinId: string) => {
    await api(householdsContract.removeMyKin, { kinId });
    onChanged();
  });
  if (isAdding)
    return (
      <KinForm
        title="登记我的亲戚"
        villageId={villageId}
        onSave={async (fields) => {
          await api(householdsContract.addMyKin, fields);
          setIsAdding(false);
          onChanged();
        }}
        onClose={() => setIsAdding(false)}
      />
    );
  return (
    <Card title="别的户里的亲戚" flush>
      {kin.map(({ id, memberName, otherName, otherNumber, kindName }) => (
        <Row
          key={id}
          title={`${memberName} — ${otherName}`}
          note={`${kindName}，${otherNumber} 号`}
          aside={
            <TextButton label={`去掉 ${otherName}`} onPress={() => remove.run(id)}>
              去掉
            </TextButton>
          }
        />
      ))}
      <ProblemNote problem={remove.problem} />
      <Row icon="people" title="登记亲戚" note="评议、调解时要回避的近亲" onPress={() => setIsAdding(true)} />
    </Card>
  );
}
