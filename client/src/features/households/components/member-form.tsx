import { RELATION_NAMES, type Relation } from '@xiangyue/shared/features/households/household';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { optionsOf, Segmented } from '@/ui/segmented';
import { type PersonFields, PersonInputs, usePersonFields } from './person-fields';

/** What the service wants of a member who is not the head. */
export interface MemberFields extends PersonFields {
  readonly relation: Exclude<Relation, 'head'>;
}

const { head: _head, ...OTHERS } = RELATION_NAMES;
/** How somebody who is not the head is related to them. */
export const RELATION_OPTIONS = optionsOf(OTHERS);

interface Props {
  readonly title: string;
  /** Enters it. Throws ApiProblem. */
  readonly onSave: (fields: MemberFields) => Promise<void>;
  readonly onClose: () => void;
}

/** What is registered of somebody who joins. */
export function MemberForm({ title, onSave, onClose }: Props) {
  const person = usePersonFields();
  const [relation, setRelation] = useState<MemberFields['relation']>();
  const save = useAction(onSave);
  return (
    <FormCard
      title={title}
      of={save}
      beside={person.beside}
      act="登记"
      acting="正在登记…"
      onAct={relation && person.isComplete ? () => save.run({ ...person.fields, relation }) : undefined}
      leave="先不添"
      onLeave={onClose}
    >
      <Segmented labelled label="与户主的关系" options={RELATION_OPTIONS} value={relation} onChange={setRelation} />
      <PersonInputs of={person} problem={save.problem} />
    </FormCard>
  );
}
