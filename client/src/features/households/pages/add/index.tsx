import { useRouter } from '@tarojs/taro';
import { DOOR_MAX_CHARACTERS, NUMBER_MAX_CHARACTERS } from '@xiangyue/shared/features/households/household';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr, openInstead } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { SignedIn } from '@/ui/signed-in';
import { TextField } from '@/ui/text-field';
import { PersonInputs, usePersonFields } from '../../components/person-fields';
import { type Place, SitePicker } from '../../components/site-picker';

/** 登记一户: where it lies, its number, and its head; the others are added on its own page. */
export default function AddHousehold() {
  const { regionId = '' } = useRouter().params;
  const [place, setPlace] = useState<Place>();
  return (
    <Page title="登记一户">
      <PageHead title="登记新的一户" note="先登记户主，家里别的人到这一户的页面上再添。" />
      <SignedIn why="登录以后，才能登记。">
        <SitePicker root={regionId} chosen={place} onChoose={setPlace} />
        {place && <HouseholdForm place={place} regionId={regionId} />}
      </SignedIn>
    </Page>
  );
}

function HouseholdForm({ place, regionId }: { readonly place: Place; readonly regionId: string }) {
  const [number, setNumber] = useState('');
  const [door, setDoor] = useState('');
  const head = usePersonFields();
  const save = useAction(async () => {
    const { id } = await api(registerContract.register, { regionId: place.id, number, door, head: head.fields });
    openInstead(paths.registered(id));
  });
  return (
    <FormCard
      title="户号和户主"
      of={save}
      beside={['number', 'door', ...head.beside.map((path) => `head.${path}`)]}
      act="登记这一户"
      acting="正在登记…"
      onAct={number.trim() !== '' && head.isComplete ? save.run : undefined}
      leave="先不登记"
      onLeave={() => backOr(paths.register(regionId))}
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
      <Prose>户主：</Prose>
      <PersonInputs of={head} problem={save.problem} within="head." />
    </FormCard>
  );
}
