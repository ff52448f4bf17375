import { useRouter } from '@tarojs/taro';
import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { IllustrativeNote } from '@/ui/illustrative-note';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';

/** 村: its groups and courtyards, and what is publicly known of it. */
export default function Village() {
  const { villageId = '' } = useRouter().params;
  const village = useApi(regionsContract.village, { villageId });

  return (
    <Page title="村里的组和院落" shows={[village]}>
      <Result of={village}>
        {({ name, countyName, township, facts, groups, illustrative }) => (
          <>
            <PageHead title={name} note={`${countyName} ${township.name}`} />
            {facts.length > 0 && (
              <Card>
                <Facts facts={facts} />
              </Card>
            )}
            {groups.length > 0 && (
              <Card title={`${groups.length} 个组`} flush>
                {groups.map((group) => (
                  <Row key={group.id} title={group.name} note={group.courtyards.map((yard) => yard.name).join('、')} />
                ))}
              </Card>
            )}
            {illustrative && <IllustrativeNote what="组和院落" />}
          </>
        )}
      </Result>
    </Page>
  );
}
