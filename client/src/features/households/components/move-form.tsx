import { NUMBER_MAX_CHARACTERS, RELATION_NAMES } from '@xiangyue/shared/features/households/household';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Choice, optionsOf } from '@/ui/choice';
import { ProblemNote } from '@/ui/problem-note';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';
import type { MemberFields } from './member-form';

const DATE_CHARACTERS = 10;
const { head: _head, ...OTHERS } = RELATION_NAMES;

interface Props {
  /** Enters it. Throws ApiProblem. */
  readonly onSave: (fields: { number: string; relation: MemberFields['relation']; on: string }) => Promise<void>;
  readonly onClose: () => void;
}

/** Where in the village somebody moves to. */
export function MoveForm({ onSave, onClose }: Props) {
  const [number, setNumber] = useState('');
  const [relation, setRelation] = useState<MemberFields['relation']>();
  const [on, setOn] = useState(localDateOf(Date.now()));
  const save = useAction(onSave);
  const mistakeOf = (path: string) => save.problem?.errors.find((error) => error.path === path)?.message;
  return (
    <Card title="迁到另一户">
      <TextField
        label="本村哪一户（户号）"
        value={number}
        onChange={setNumber}
        maxCharacters={NUMBER_MAX_CHARACTERS}
        mistake={mistakeOf('number')}
      />
      <Choice label="与那家户主的关系" options={optionsOf(OTHERS)} value={relation} onChange={setRelation} />
      <TextField label="哪一天" value={on} onChange={setOn} maxCharacters={DATE_CHARACTERS} mistake={mistakeOf('on')} />
      <ProblemNote problem={save.problem} />
      <Ways>
        <ActionButton onPress={onClose}>先不迁</ActionButton>
        {relation !== undefined && (
          <ActionButton filled onPress={() => save.run({ number, relation, on })}>
            {save.busy ? '正在迁…' : '迁过去'}
          </ActionButton>
        )}
      </Ways>
    </Card>
  );
}
