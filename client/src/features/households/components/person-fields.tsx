import {
  GENDER_NAMES,
  type Gender,
  RESIDENCE_NAMES,
  type Residence,
} from '@xiangyue/shared/features/households/household';
import { NAME_MAX_CHARACTERS } from '@xiangyue/shared/features/identity/identity.contract';
import { ID_NUMBER_CHARACTERS, PHONE_CHARACTERS } from '@xiangyue/shared/kernel/personal-numbers.rules';
import { useState } from 'react';
import type { ApiProblem } from '@/platform/api-problem';
import { DateField } from '@/ui/date-field';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextField } from '@/ui/text-field';
import { Toggle } from '@/ui/toggle';
import type { Registered } from './registered-household';

/** What the service wants of a person whatever their relation. A number that is left out stays as it is, an empty one goes. */
export interface PersonFields {
  readonly name: string;
  readonly residence: Residence;
  readonly gender?: Gender;
  readonly birthDate?: string;
  readonly idNumber?: string;
  readonly phone?: string;
}

type Before = Pick<
  Registered['members'][number],
  'name' | 'gender' | 'birthDate' | 'residence' | 'idNumberMasked' | 'phoneMasked'
>;

/** What is typed of a person, beginning with what is registered. */
export function usePersonFields(before?: Before) {
  const [name, setName] = useState(before?.name ?? '');
  const [residence, setResidence] = useState<Residence>(before?.residence ?? 'home');
  const [gender, setGender] = useState<Gender | undefined>(before?.gender ?? undefined);
  const [birthDate, setBirthDate] = useState(before?.birthDate ?? '');
  const idNumber = useNumber(before?.idNumberMasked);
  const phone = useNumber(before?.phoneMasked);
  // An identity number tells both.
  const asksBirth = idNumber.typed === '' && (!idNumber.kept || idNumber.isRemoved);
  const fields: PersonFields = {
    ...{ name, residence },
    ...(asksBirth && gender && { gender }),
    ...(asksBirth && birthDate !== '' && { birthDate }),
    ...(idNumber.sent !== undefined && { idNumber: idNumber.sent }),
    ...(phone.sent !== undefined && { phone: phone.sent }),
  };
  return {
    ...{
      name,
      setName,
      residence,
      setResidence,
      gender,
      setGender,
      birthDate,
      setBirthDate,
      idNumber,
      phone,
      asksBirth,
    },
    fields,
    isComplete: name.trim() !== '',
    /** Paths of the fields that say themselves what is wrong with them. */
    beside: ['name', 'idNumber', 'phone', ...(asksBirth ? ['birthDate'] : [])],
  };
}

/** A number that is kept masked: typed anew, removed, or left as it is. */
function useNumber(kept: string | null | undefined) {
  const [typed, setTyped] = useState('');
  const [isRemoved, setIsRemoved] = useState(false);
  const sent = typed.trim() !== '' ? typed : isRemoved ? '' : undefined;
  return { kept, typed, setTyped, isRemoved, setIsRemoved, sent };
}

interface PersonProps {
  readonly of: ReturnType<typeof usePersonFields>;
  readonly problem: ApiProblem | undefined;
  /** Paths begin with it: `head.`. */
  readonly within?: string;
}

/** The fields of a person in a form. */
export function PersonInputs({ of: person, problem, within = '' }: PersonProps) {
  const mistakeAt = (path: string) => problem?.mistakeAt(within + path);
  return (
    <>
      <TextField
        label="姓名"
        value={person.name}
        onChange={person.setName}
        maxCharacters={NAME_MAX_CHARACTERS}
        mistake={mistakeAt('name')}
      />
      <NumberInput
        what="身份证号"
        of={person.idNumber}
        maxCharacters={ID_NUMBER_CHARACTERS}
        mistake={mistakeAt('idNumber')}
      />
      {person.asksBirth && (
        <>
          <Segmented
            labelled
            label="性别"
            options={optionsOf(GENDER_NAMES)}
            value={person.gender}
            onChange={person.setGender}
          />
          <DateField
            label="出生日期（比如 2019-06-01）"
            value={person.birthDate}
            onChange={person.setBirthDate}
            mistake={mistakeAt('birthDate')}
          />
        </>
      )}
      <NumberInput what="手机号" of={person.phone} maxCharacters={PHONE_CHARACTERS} mistake={mistakeAt('phone')} />
      <Segmented
        labelled
        label="常住"
        options={optionsOf(RESIDENCE_NAMES)}
        value={person.residence}
        onChange={person.setResidence}
      />
    </>
  );
}

function NumberInput({
  what,
  of: { kept, typed, setTyped, isRemoved, setIsRemoved },
  maxCharacters,
  mistake,
}: {
  readonly what: string;
  readonly of: ReturnType<typeof useNumber>;
  readonly maxCharacters: number;
  readonly mistake: string | undefined;
}) {
  return (
    <>
      <TextField
        label={kept ? `${what}（现在是 ${kept}，空着不改）` : `${what}（没有就不填）`}
        value={typed}
        onChange={setTyped}
        maxCharacters={maxCharacters}
        mistake={mistake}
      />
      {kept && typed === '' && (
        <Toggle title={`去掉登记的${what}`} note="登记错了，又没有对的" on={isRemoved} onChange={setIsRemoved} />
      )}
    </>
  );
}
