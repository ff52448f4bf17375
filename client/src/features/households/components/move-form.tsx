import { NUMBER_MAX_CHARACTERS } from '@xiangyue/shared/features/households/household';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { DateField } from '@/ui/date-field';
import { FormCard } from '@/ui/form-card';
import { Segmented } from '@/ui/segmented';
import { TextField } from '@/ui/text-field';
import { type MemberFields, RELATION_OPTIONS } from './member-form';

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
  return (
    <FormCard
      title="迁到另一户"
      of={save}
      beside={['number', 'on']}
      act="迁过去"
      acting="正在迁…"
      onAct={relation && (() => save.run({ number, relation, on }))}
      leave="先不迁"
      onLeave={onClose}
    >
      <TextField
        label="本村哪一户（户号）"
        value={number}
        onChange={setNumber}
        maxCharacters={NUMBER_MAX_CHARACTERS}
        mistake={save.problem?.mistakeAt('number')}
      />
      <Segmented labelled label="与那家户主的关系" options={RELATION_OPTIONS} value={relation} onChange={setRelation} />
      <DateField label="哪一天" value={on} onChange={setOn} mistake={save.problem?.mistakeAt('on')} />
    </FormCard>
  );
}
