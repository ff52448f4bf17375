import { useRouter } from '@tarojs/taro';
import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { Ways } from '@/ui/ways';
import { BulkForm } from '../../components/bulk-form';
import { ChooseHouseholds } from '../../components/choose-households';

/** 一次报许多户: a cleaning day, from the list of who was there. */
export default function Bulk() {
  const { regionId: villageId = '' } = useRouter().params;
  const village = useApi(regionsContract.village, { villageId });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isReady, setReady] = useState(false);
  const [told, setTold] = useState<string>();

  function done(said: string) {
    setTold(said);
    setReady(false);
    setChosen(new Set());
  }
  return (
    <Page title="一次报许多户">
      <PageHead
        title={isReady ? '他们做了什么？' : '来了哪些户？'}
        note={isReady ? undefined : '一组一组地选，没来的点一下去掉。您家和亲戚家的，组里另外看。'}
      />
      <SignedIn why="登录以后，村干部可以一次报许多户。">
        {told !== undefined && (
          <Card title="报上了">
            <Prose>{told}</Prose>
          </Card>
        )}
        {isReady ? (
          <BulkForm villageId={villageId} chosen={chosen} onDone={done} onBack={() => setReady(false)} />
        ) : (
          <Result of={village}>
            {({ groups }) => (
              <>
                {groups.map((group) => (
                  <ChooseHouseholds key={group.id} group={group} chosen={chosen} onChange={setChosen} />
                ))}
                <Ways>
                  {chosen.size > 0 && (
                    <ActionButton filled onPress={() => setReady(true)}>{`选好了，${chosen.size} 户`}</ActionButton>
                  )}
                </Ways>
              </>
            )}
          </Result>
        )}
      </SignedIn>
    </Page>
  );
}
