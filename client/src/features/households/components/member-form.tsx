import {
  GENDER_NAMES,
  type Gender,
  RELATION_NAMES,
  RESIDENCE_NAMES,
  type Relation,
  type Residence,
} from '@xiangyue/shared/features/households/household';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Choice, optionsOf } from '@/ui/choice';
import { ProblemNote } from '@/ui/problem-note';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

/** The service checks again, and says it in its own words. */
const NAME_MAX_CHARACTERS = 20;
const ID_NUMBER_MAX_CHARACTERS = 18;
const PHONE_MAX_CHARACTERS = 11;
const DATE_CHARACTERS = 10;

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
  const mistakeOf = (path: string) => save.problem?.errors.find((error) => error.path === path)?.message;

  function send() {
    if (relation === undefined) return;
    save.run({
      ...{ name, relation, residence },
      ...(gender && { gender }),
      ...(birthDate !== '' && { birthDate }),
      ...(idNumber !== '' && { idNumber }),
      ...(phone !== '' && { phone }),
    });
  }

  return (
    <Card title={title}>
      <TextField
        label="姓名"
        value={name}
        onChange={setName}
        maxCharacters={NAME_MAX_CHARACTERS}
        mistake={mistakeOf('name')}
      />
      <Choice label="与户主的关系" options={optionsOf(OTHERS)} value={relation} onChange={setRelation} />
      <TextField
        label="身份证号（没有就不填）"
        value={idNumber}
        onChange={setIdNumber}
        maxCharacters={ID_NUMBER_MAX_CHARACTERS}
        mistake={mistakeOf('idNumber')}
      />
      {idNumber === '' && (
        <>
          <Choice label="性别" options={optionsOf(GENDER_NAMES)} value={gender} onChange={setGender} />
          <TextField
            label="出生日期（比如 2019-06-01）"
            value={birthDate}
            onChange={setBirthDate}
            maxCharacters={DATE_CHARACTERS}
            mistake={mistakeOf('birthDate')}
          />
        </>
      )}
      <TextField
        label="手机号（没有就不填）"
        value={phone}
        onChange={setPhone}
        maxCharacters={PHONE_MAX_CHARACTERS}
        mistake={mistakeOf('phone')}
      />
      <Choice label="常住" options={optionsOf(RESIDENCE_NAMES)} value={residence} onChange={setResidence} />
      <ProblemNote problem={save.problem} />
      <Ways>
        <ActionButton onPress={onClose}>先不添</ActionButton>
        {relation !== undefined && name.trim() !== '' && (
          <ActionButton filled onPress={send}>
            {save.busy ? '正在登记…' : '登记'}
          </ActionButton>
        )}
      </Ways>
    </Card>
  );
}
