import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { pointsContract } from '@xiangyue/shared/features/points/points.contract';
import { SEARCH_MAX_CHARACTERS } from '@xiangyue/shared/kernel/fields';
import { useState } from 'react';
import { writeSoon } from '@/platform/queue/queue';
import { useApi } from '@/platform/use-api';
import { useSettled } from '@/platform/use-settled';
import { HouseholdPages } from '@/ui/household-pages';
import { Note } from '@/ui/note';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SearchField } from '@/ui/search-field';
import { SignedIn } from '@/ui/signed-in';
import { type Asked, ClaimForm } from '../../components/claim-form';

/** 代办申报: for somebody without a phone, by whoever works in the place. */
export default function ClaimFor() {
  const { regionId = '' } = useRouter().params;
  const [typed, setTyped] = useState('');
  const [householdId, setHouseholdId] = useState<string>();
  const [done, setDone] = useState<string>();
  const words = useSettled(typed.trim());
  return (
    <Page title="代办申报">
      <PageHead title="替谁家申报？" note="给没有手机、不会用手机的人家代报。您报的，由别人来审。" />
      <SignedIn why="登录以后，才能代办。">
        {done !== undefined && <Note tone="tea" title={done} alert />}
        {householdId === undefined ? (
          <>
            <View>
              <SearchField
                value={typed}
                onChange={setTyped}
                placeholder="姓名、户号或门牌"
                maxCharacters={SEARCH_MAX_CHARACTERS}
              />
            </View>
            <HouseholdPages regionId={regionId} words={words} onOpen={setHouseholdId} />
          </>
        ) : (
          <ForHousehold
            householdId={householdId}
            onSent={(said) => {
              setDone(said);
              setHouseholdId(undefined);
            }}
          />
        )}
      </SignedIn>
    </Page>
  );
}

function ForHousehold({
  householdId,
  onSent,
}: {
  readonly householdId: string;
  readonly onSent: (said: string) => void;
}) {
  const household = useApi(registerContract.household, { householdId }, { keep: false, isRecorded: true });
  async function send(asked: Asked, itemTitle: string) {
    const input = { ...asked, householdId };
    const { state } = await writeSoon(pointsContract.claimFor, input, `代办积分：${itemTitle}`);
    onSent(state === 'sent' ? `${itemTitle}已经报上，等组里看` : `${itemTitle}存在手机里，有信号就送出去`);
  }
  return (
    <Result of={household}>
      {({ villageId, number, members, headMemberId }) => (
        <ClaimForm
          villageId={villageId}
          whose={`${number} 号${members.find(({ id }) => id === headMemberId)?.name ?? ''}家`}
          onSend={send}
        />
      )}
    </Result>
  );
}
