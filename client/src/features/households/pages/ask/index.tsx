import { WORDS_MAX_CHARACTERS } from '@xiangyue/shared/features/households/household';
import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { NAME_MAX_CHARACTERS } from '@xiangyue/shared/features/identity/identity.contract';
import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr, open } from '@/platform/navigate';
import { usePreferences } from '@/platform/preferences';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemNote } from '@/ui/problem-note';
import { Result } from '@/ui/result';
import { Segmented } from '@/ui/segmented';
import { SignedIn } from '@/ui/signed-in';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

/** 请村里人帮忙绑定: where one lives and who one is, for those who know the people there. */
export default function AskToBind() {
  const village = usePreferences((preferences) => preferences.village);
  const regions = useApi(regionsContract.village, village && { villageId: village.id });
  return (
    <Page title="请村里人帮忙绑定" shows={[regions]}>
      <PageHead title="请村里人帮忙绑定" note="组长、院落长或网格员看到以后，会来认一认。" />
      <SignedIn title="先登录" why="登录以后，才知道是谁要绑定。">
        {village ? (
          <Result of={regions}>{(answer) => <Form village={answer} />}</Result>
        ) : (
          <Empty
            title="还没有选村"
            action={<ActionButton onPress={() => open(paths.chooseVillage)}>选我的村</ActionButton>}
          />
        )}
      </SignedIn>
    </Page>
  );
}

interface Place {
  readonly id: string;
  readonly name: string;
}

function Form({
  village,
}: {
  readonly village: Place & { readonly groups: readonly (Place & { courtyards: Place[] })[] };
}) {
  const [groupId, setGroupId] = useState<string>();
  const [courtyardId, setCourtyardId] = useState<string>();
  const [name, setName] = useState('');
  const [words, setWords] = useState('');
  const ask = useAction(async () => {
    await api(householdsContract.askToBind, { regionId: courtyardId ?? groupId ?? village.id, name, words });
    backOr(paths.me);
  });
  const asOptions = (places: readonly Place[]) => places.map(({ id, name: text }) => ({ value: id, text }));
  const courtyards = village.groups.find(({ id }) => id === groupId)?.courtyards ?? [];

  function chooseGroup(id: string) {
    setGroupId(id);
    setCourtyardId(undefined);
  }

  return (
    <Card title={village.name}>
      <Segmented labelled label="哪个组" options={asOptions(village.groups)} value={groupId} onChange={chooseGroup} />
      {courtyards.length > 0 && (
        <Segmented
          labelled
          label="哪个院落（不清楚就不选）"
          options={asOptions(courtyards)}
          value={courtyardId}
          onChange={setCourtyardId}
        />
      )}
      <TextField
        label="您的全名"
        value={name}
        onChange={setName}
        maxCharacters={NAME_MAX_CHARACTERS}
        mistake={ask.problem?.mistakeAt('name')}
      />
      <TextField
        label="说一句，好认（比如：我是田维明家的老二）"
        value={words}
        onChange={setWords}
        maxCharacters={WORDS_MAX_CHARACTERS}
        mistake={ask.problem?.mistakeAt('words')}
      />
      <ProblemNote problem={ask.problem} beside={['name', 'words']} />
      <Ways>
        <ActionButton filled onPress={ask.run}>
          {ask.busy ? '正在提交…' : '请村里人看'}
        </ActionButton>
      </Ways>
    </Card>
  );
}
