import { useRouter } from '@tarojs/taro';
import { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import { FRAUD_TYPE_NAMES } from '@xiangyue/shared/features/antifraud/fraud-types.rules';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { Ways } from '@/ui/ways';
import { CaseStateTag } from '../../components/case-state-tag';

/** 反诈案例 of a place, for those who write them. */
export default function CaseDesk() {
  const { regionId = '' } = useRouter().params;
  const desk = useApi(fraudCasesContract.desk, { regionId }, { asksAnew: true });
  useShownAgain(desk.retry);
  return (
    <Page title="反诈案例" shows={[desk]}>
      <PageHead title="反诈案例" note="一个人写，另一个人看过再公布。里面不写任何人的信息。" />
      <SignedIn why="登录以后，这里是您能写、能看的案例。">
        <Ways>
          <ActionButton filled onPress={() => open(paths.fraudCaseEdit(regionId))}>
            写一个案例
          </ActionButton>
        </Ways>
        <Result of={desk}>
          {({ cases }) =>
            cases.length === 0 ? (
              <Empty title="还没有案例">接到警情通报，就写一个，提醒大家。</Empty>
            ) : (
              <Card flush>
                {cases.map((one) => (
                  <Row
                    key={one.id}
                    title={one.title || '还没有标题'}
                    note={`${FRAUD_TYPE_NAMES[one.type]}，${one.regionName}，${one.ownerName}负责，到${sayDate(one.expiresOn)}`}
                    aside={<CaseStateTag state={one.state} />}
                    onPress={() => open(paths.fraudCaseEdit(one.regionId, one.id))}
                  />
                ))}
              </Card>
            )
          }
        </Result>
      </SignedIn>
    </Page>
  );
}
