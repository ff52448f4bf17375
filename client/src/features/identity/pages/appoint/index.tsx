import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { isHeldBelow, isHeldIn, lastDayOfTerm, usualYears } from '@xiangyue/shared/features/identity/offices.rules';
import { ROLE_NAMES, type Role } from '@xiangyue/shared/kernel/access';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi, useAskAgain } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { type Place, PlacePicker } from '@/ui/place-picker';
import { ProblemNote } from '@/ui/problem-note';
import { Result } from '@/ui/result';
import { Segmented } from '@/ui/segmented';
import { SignedIn } from '@/ui/signed-in';
import { type FoundPerson, PersonFinder } from '../../components/person-finder';
import { TermCard } from '../../components/term-card';
import './index.scss';

/** 安排任职: who, what, where, until when; each question comes when the one before is answered. */
export default function Appoint() {
  const { regionId = '' } = useRouter().params;
  const offices = useApi(identityContract.grants, { regionId });
  const askAgain = useAskAgain();
  const [person, setPerson] = useState<FoundPerson>();
  const [role, setRole] = useState<Role>();
  const [place, setPlace] = useState<Place>();
  const [years, setYears] = useState(0);

  function chooseRole(chosen: Role) {
    setRole(chosen);
    setPlace(undefined);
    setYears(usualYears(chosen));
  }

  const appoint = useAction(async (personId: string, chosenRole: Role, at: string) => {
    const endsOn = lastDayOfTerm(localDateOf(Date.now()), years);
    await api(identityContract.grant, { regionId: at, personId, role: chosenRole, endsOn });
    await askAgain(identityContract.grants, { regionId });
    void Taro.showToast({ title: '已经安排', icon: 'success' });
    backOr(paths.me);
  });

  return (
    <Page title="安排任职">
      <PageHead title="安排一个人任职" />
      <SignedIn why="登录以后，才能安排任职。">
        <Result of={offices}>
          {({ mayGrant }) => (
            <>
              <PersonFinder regionId={regionId} found={person} onFound={setPerson} />
              {person && (
                <Card title="什么职务">
                  <View className="appoint__roles">
                    <Segmented
                      label="职务"
                      options={mayGrant.map(({ role: value, roleName: text }) => ({ value, text }))}
                      value={role}
                      onChange={chooseRole}
                    />
                  </View>
                </Card>
              )}
              {person && role && (
                <PlacePicker
                  key={role}
                  root={regionId}
                  note="就在这里任职。"
                  isWanted={(kind) => isHeldIn(role, kind)}
                  isAbove={(kind) => isHeldBelow(role, kind)}
                  chosen={place}
                  onChoose={setPlace}
                />
              )}
              {person && role && place && (
                <>
                  <TermCard years={years} onChange={setYears} />
                  <View className="appoint__do">
                    <ActionButton filled onPress={() => appoint.run(person.personId, role, place.id)}>
                      {appoint.busy ? '正在安排…' : `安排${person.personName}担任${ROLE_NAMES[role]}`}
                    </ActionButton>
                    <ProblemNote problem={appoint.problem} />
                  </View>
                </>
              )}
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
