import type { Relation } from '@xiangyue/shared/features/households/household';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { Segmented } from '@/ui/segmented';
import { RELATION_OPTIONS } from './member-form';
import { type PersonFields, PersonInputs, usePersonFields } from './person-fields';
import type { Registered } from './registered-household';

interface Props {
  /** As registered. */
  readonly member: Registered['members'][number];
  /** Enters it. Throws ApiProblem. */
  readonly onSave: (fields: PersonFields & { readonly relation: Relation }) => Promise<void>;
  readonly onClose: () => void;
}

/** What is registered of somebody, put right. The head stays the head. */
export function CorrectForm({ member, onSave, onClose }: Props) {
  const person = usePersonFields(member);
  const [relation, setRelation] = useState<Relation>(member.relation);
  const save = useAction(onSave);
  return (
    <FormCard
      title={`更正${member.name}的登记`}
      of={save}
      beside={person.beside}
      act="更正"
      acting="正在更正…"
      onAct={person.isComplete ? () => save.run({ ...person.fields, relation }) : undefined}
      leave="先不改"
      onLeave={onClose}
    >
      {relation !== 'head' && (
        <Segmented labelled label="与户主的关系" options={RELATION_OPTIONS} value={relation} onChange={setRelation} />
      )}
      <PersonInputs of={person} problem={save.problem} />
    </FormCard>
  );
}
