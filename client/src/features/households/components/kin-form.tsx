import { KIN_NAMES, type KinKind, NUMBER_MAX_CHARACTERS } from '@xiangyue/shared/features/households/household';
import { NAME_MAX_CHARACTERS } from '@xiangyue/shared/features/identity/identity.contract';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextField } from '@/ui/text-field';
import { VillageChoice } from './village-choice';

interface Props {
  readonly title: string;
  /** Where the one whose relative it is lives. */
  readonly villageId: string;
  /** Enters it. Throws ApiProblem. */
  readonly onSave: (fields: { villageId: string; number: string; name: string; kind: KinKind }) => Promise<void>;
  readonly onClose: () => void;
}

/** Naming a relative in another household of the village or of one beside it. */
export function KinForm({ title, villageId: ownVillageId, onSave, onClose }: Props) {
  const [villageId, setVillageId] = useState(ownVillageId);
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<KinKind>();
  const save = useAction(onSave);
  return (
    <FormCard
      title={title}
      of={save}
      beside={['number', 'name']}
      act="登记亲戚"
      acting="正在登记…"
      onAct={kind && (() => save.run({ villageId, number, name, kind }))}
      leave="先不登记"
      onLeave={onClose}
    >
      <Prose>评议、调解的时候，亲戚要回避；登记了，才知道谁该回避。</Prose>
      <VillageChoice villageId={ownVillageId} value={villageId} onChange={setVillageId} />
      <TextField
        label="亲戚家的户号"
        value={number}
        onChange={setNumber}
        maxCharacters={NUMBER_MAX_CHARACTERS}
        mistake={save.problem?.mistakeAt('number')}
      />
      <TextField
        label="亲戚的全名"
        value={name}
        onChange={setName}
        maxCharacters={NAME_MAX_CHARACTERS}
        mistake={save.problem?.mistakeAt('name')}
      />
      <Segmented labelled label="是什么亲" options={optionsOf(KIN_NAMES)} value={kind} onChange={setKind} />
    </FormCard>
  );
}
