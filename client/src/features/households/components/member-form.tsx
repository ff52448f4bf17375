import {
  GENDER_NAMES,
  type Gender,
  RELATION_NAMES,
  RESIDENCE_NAMES,
  type Relation,
  type Residence,
} from '@xiangyue/shared/features/households/household';
import { NAME_MAX_CHARACTERS } from '@xiangyue/shared/features/identity/identity.contract';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { DateField } from '@/ui/date-field';
import { FormCard } from '@/ui/form-card';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextField } from '@/ui/text-field';

const ID_NUMBER_CHARACTERS = 18;
const PHONE_CHARACTERS = 11;

/** What the service wants of a member who is not the head. */
export interface MemberFields {
  readonly name: string;
  readonly relation: Exclude<Relation, 'head'>;
  readonly residence: Residence;
  readonly gender?: Gender;
  readonly birthDate?: string;
  readonly idNumber?: string;
  readonly phone?: string;
}

interface Props {
  readonly title: string;
  /** Enters it. Throws ApiProblem. */
  readonly onSave: (fields: MemberFields) => Promise<void>;
  readonly onClose: () => void;
}

const { head: _head, ...OTHERS } = RELATION_NAMES;
/** How somebody who is not the head is related to them. */
export const RELATION_OPTIONS = optionsOf(OTHERS);

/** What is registered of somebody who joins. */
export function MemberForm({ title, onSave, onClose }: Props) {
  const [name, setName] = useState('');
  const [relation, setRelation] = useState<MemberFields['relation']>();
  const [residence, setResidence] = useState<Residence>('home');
  const [gender, setGender] = useState<Gender>();
  const [birthDate, setBirthDate] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const [phone, setPhone] = useState('');
  const save = useAction(onSave);
  const asksBirth = idNumber === '';

  function send(as: MemberFields['relation']) {
    save.run({
      ...{ name, relation: as, residence },
      ...(gender && { gender }),
      ...(birthDate !== '' && { birthDate }),
      ...(idNumber !== '' && { idNumber }),
      ...(phone !== '' && { phone }),
    });
  }

  return (
    <FormCard
      title={title}
      of={save}
      beside={['name', 'idNumber', 'phone', ...(asksBirth ? ['birthDate'] : [])]}
      act="登记"
      acting="正在登记…"
      onAct={relation && name.trim() !== '' ? () => send(relation) : undefined}
      leave="先不添"
      onLeave={onClose}
    >
      <TextField
        label="姓名"
        value={name}
        onChange={setName}
        maxCharacters={NAME_MAX_CHARACTERS}
        mistake={save.problem?.mistakeAt('name')}
      />
      <Segmented labelled label="与户主的关系" options={RELATION_OPTIONS} value={relation} onChange={setRelation} />
      <TextField
        label="身份证号（没有就不填）"
        value={idNumber}
        onChange={setIdNumber}
        maxCharacters={ID_NUMBER_CHARACTERS}
        mistake={save.problem?.mistakeAt('idNumber')}
      />
      {asksBirth && (
        <>
          <Segmented labelled label="性别" options={optionsOf(GENDER_NAMES)} value={gender} onChange={setGender} />
          <DateField
            label="出生日期（比如 2019-06-01）"
            value={birthDate}
            onChange={setBirthDate}
            mistake={save.problem?.mistakeAt('birthDate')}
          />
        </>
      )}
      <TextField
        label="手机号（没有就不填）"
        value={phone}
        onChange={setPhone}
        maxCharacters={PHONE_CHARACTERS}
        mistake={save.problem?.mistakeAt('phone')}
      />
      <Segmented labelled label="常住" options={optionsOf(RESIDENCE_NAMES)} value={residence} onChange={setResidence} />
    </FormCard>
  );
}
