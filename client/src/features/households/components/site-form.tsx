import { DOOR_MAX_CHARACTERS, NUMBER_MAX_CHARACTERS } from '@xiangyue/shared/features/households/household';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { Row } from '@/ui/row';
import { TextField } from '@/ui/text-field';
import type { Registered } from './registered-household';
import { type Place, SitePicker } from './site-picker';

interface Props {
  readonly household: Registered;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Number, doorplate, group and courtyard of a household, put right. */
export function SiteForm({ household, onSaved, onClose }: Props) {
  const { id: householdId, revision, villageId, placeId, groupName, courtyardName } = household;
  const [number, setNumber] = useState(household.number);
  const [door, setDoor] = useState(household.door);
  const [place, setPlace] = useState<Place>();
  const [isPicking, setIsPicking] = useState(false);
  const save = useAction(async () => {
    await api(registerContract.correctSite, { householdId, regionId: place?.id ?? placeId, number, door, revision });
    onSaved();
  });
  if (isPicking)
    return (
      <SitePicker
        root={villageId}
        chosen={undefined}
        onChoose={(chosen) => {
          setPlace(chosen);
          setIsPicking(false);
        }}
      />
    );
  return (
    <FormCard
      title="更正户号和住处"
      of={save}
      beside={['number', 'door']}
      act="更正"
      acting="正在更正…"
      onAct={number.trim() === '' ? undefined : save.run}
      leave="先不改"
      onLeave={onClose}
    >
      <TextField
        label="户号"
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
      <Prose>组和院落：</Prose>
      <Row
        icon="place"
        title={place?.name ?? [groupName, courtyardName].filter(Boolean).join(' ')}
        note="点这里换"
        onPress={() => setIsPicking(true)}
      />
    </FormCard>
  );
}
