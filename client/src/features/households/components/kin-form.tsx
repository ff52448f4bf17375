import { KIN_NAMES, type KinKind, NUMBER_MAX_CHARACTERS } from '@xiangyue/shared/features/households/household';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Choice, optionsOf } from '@/ui/choice';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

/** The service checks again, and says it in its own words. */
const NAME_MAX_CHARACTERS = 20;

interface Props {
  readonly title: string;
  /** Enters it. Throws ApiProblem. */
  readonly onSave: (fields: { number: string; name: string; kind: KinKind }) => Promise<void>;
  readonly onClose: () => void;
}

/** Naming a relative in another household of the village. */
export function KinForm({ title, onSave, onClose }: Props) {
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<KinKind>();
  const save = useAction(onSave);
  const mistakeOf = (path: string) => save.problem?.errors.find((error) => error.path === path)?.message;
  return (
    <Card title={title}>
      <Prose>评议、调解的时候，亲戚要回避；登记了，才知道谁该回避。</Prose>
      <TextField
        label="亲戚家的户号"
        value={number}
        onChange={setNumber}
        maxCharacters={NUMBER_MAX_CHARACTERS}
        mistake={mistakeOf('number')}
      />
      <TextField
        label="亲戚的全名"
        value={name}
        onChange={setName}
        maxCharacters={NAME_MAX_CHARACTERS}
        mistake={mistakeOf('name')}
      />
      <Choice label="是什么亲" options={optionsOf(KIN_NAMES)} value={kind} onChange={setKind} />
      <ProblemNote problem={save.problem} />
      <Ways>
        <ActionButton onPress={onClose}>先不登记</ActionButton>
        {kind !== undefined && (
          <ActionButton filled onPress={() => save.run({ number, name, kind })}>
            {save.busy ? '正在登记…' : '登记亲戚'}
          </ActionButton>
        )}
      </Ways>
    </Card>
  );
}
