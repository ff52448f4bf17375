import { DOOR_MAX_CHARACTERS, NUMBER_MAX_CHARACTERS } from '@xiangyue/shared/features/households/household';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { DateField } from '@/ui/date-field';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { Segmented } from '@/ui/segmented';
import { TextField } from '@/ui/text-field';
import { type MemberFields, RELATION_OPTIONS } from './member-form';
import type { Registered } from './registered-household';

type Relation = MemberFields['relation'];

interface Props {
  readonly household: Registered;
  /** Enters it. Throws ApiProblem. */
  readonly onSave: (fields: {
    number: string;
    door: string;
    headMemberId: string;
    others: { memberId: string; relation: Relation }[];
    on: string;
  }) => Promise<void>;
  readonly onClose: () => void;
}

const STAYS = { value: 'stays', text: '留在这一户' } as const;

/** 分户: who becomes the head of a household of their own, and who goes along. */
export function SplitForm({ household: { members, headMemberId: oldHeadId }, onSave, onClose }: Props) {
  const [headMemberId, setHeadMemberId] = useState<string>();
  const [along, setAlong] = useState<Readonly<Record<string, Relation>>>({});
  const [number, setNumber] = useState('');
  const [door, setDoor] = useState('');
  const [on, setOn] = useState(localDateOf(Date.now()));
  const save = useAction(onSave);
  const mayGo = members.filter(({ id }) => id !== oldHeadId);
  const others = mayGo.filter(({ id }) => id !== headMemberId);

  function choose(memberId: string, how: Relation | 'stays') {
    const { [memberId]: _before, ...rest } = along;
    setAlong(how === 'stays' ? rest : { ...rest, [memberId]: how });
  }

  function send(headId: string) {
    const going = others.flatMap(({ id }) => {
      const relation = along[id];
      return relation ? [{ memberId: id, relation }] : [];
    });
    save.run({ number, door, headMemberId: headId, others: going, on });
  }

  return (
    <FormCard
      title="分户"
      of={save}
      beside={['number', 'door', 'on']}
      act="分户"
      acting="正在分户…"
      onAct={headMemberId && number.trim() !== '' ? () => send(headMemberId) : undefined}
      leave="先不分"
      onLeave={onClose}
    >
      <Prose>新的一户在原来的组和院落，微信绑定跟着走。户主要分出去，先换户主。</Prose>
      <Segmented
        labelled
        label="谁当新户的户主"
        options={mayGo.map(({ id, name }) => ({ value: id, text: name }))}
        value={headMemberId}
        onChange={setHeadMemberId}
      />
      {headMemberId &&
        others.map(({ id, name }) => (
          <Segmented
            key={id}
            labelled
            label={`${name}：和新户主的关系`}
            options={[STAYS, ...RELATION_OPTIONS]}
            value={along[id] ?? 'stays'}
            onChange={(how) => choose(id, how)}
          />
        ))}
      <TextField
        label="新户的户号"
        value={number}
        onChange={setNumber}
        maxCharacters={NUMBER_MAX_CHARACTERS}
        mistake={save.problem?.mistakeAt('number')}
      />
      <TextField
        label="门牌（没有就不填）"
        value={door}
        onChange={setDoor}
        maxCharacters={DOOR_MAX_CHARACTERS}
        mistake={save.problem?.mistakeAt('door')}
      />
      <DateField label="哪一天" value={on} onChange={setOn} mistake={save.problem?.mistakeAt('on')} />
    </FormCard>
  );
}
