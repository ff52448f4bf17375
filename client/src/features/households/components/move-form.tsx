import { NUMBER_MAX_CHARACTERS } from '@xiangyue/shared/features/households/household';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { DateField } from '@/ui/date-field';
import { FormCard } from '@/ui/form-card';
import { Segmented } from '@/ui/segmented';
import { TextField } from '@/ui/text-field';
import { type MemberFields, RELATION_OPTIONS } from './member-form';
import { VillageChoice } from './village-choice';

interface Props {
  /** Where they live until now. */
  readonly villageId: string;
  /** Enters it. Throws ApiProblem. */
  readonly onSave: (fields: {
    villageId: string;
    number: string;
    relation: MemberFields['relation'];
    on: string;
  }) => Promise<void>;
  readonly onClose: () => void;
}

/** Where somebody moves to: in the village, or to another of the township that one keeps as well. */
export function MoveForm({ villageId: ownVillageId, onSave, onClose }: Props) {
  const [villageId, setVillageId] = useState(ownVillageId);
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
      onAct={relation && (() => save.run({ villageId, number, relation, on }))}
      leave="先不迁"
      onLeave={onClose}
    >
      <VillageChoice villageId={ownVillageId} value={villageId} onChange={setVillageId} />
      <TextField
        label="哪一户（户号）"
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
