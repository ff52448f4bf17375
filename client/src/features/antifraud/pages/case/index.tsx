import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { CallWays } from '@/ui/call-ways';
import { Card } from '@/ui/card';
import { IllustrativeNote } from '@/ui/illustrative-note';
import { Page } from '@/ui/page';
import { Prose } from '@/ui/prose';
import { RemindOffer } from '@/ui/remind-offer';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { ShareButton } from '@/ui/share-button';
import { SpeakButton } from '@/ui/speak-button';
import { Ways } from '@/ui/ways';
import { caseAloud } from '../../case-words';
import { ToldCaseCards } from '../../components/told-case';

/** 反诈案例: how one fraud runs and what to answer; a family is told with one tap. */
export default function CasePage() {
  const { caseId = '' } = useRouter().params;
  const found = useApi(fraudCasesContract.case, { caseId });
  const shared = found.data ? `防骗提醒：${found.data.title}` : '防骗提醒';
  useShareAppMessage(() => ({ title: shared, path: paths.fraudCase(caseId) }));

  return (
    <Page title="反诈案例" shows={[found]}>
      <Result of={found}>
        {(told) => (
          <>
            <ToldCaseCards told={told} />
            <Ways>
              <SpeakButton text={caseAloud(told)} />
              <ShareButton title={shared} path={paths.fraudCase(caseId)} />
            </Ways>
            <Card flush>
              <Row
                icon="message"
                title="我碰上了，问民警"
                note="是不是诈骗，民警看了回答"
                onPress={() => open(paths.fraudAsk(caseId))}
              />
              <Row icon="stop" title="我已经转了钱" note="头几分钟怎么做" onPress={() => open(paths.transferred)} />
            </Card>
            <RemindOffer what="有新的骗法" />
            <Card title="拿不准、碰上了">
              <CallWays />
            </Card>
            <Card>
              <Prose>
                {told.regionName}
                {sayDate(told.publishedOn)}公布，{told.ownerName}负责，到{sayDate(told.expiresOn)}为止。来源：
                {told.source}。
              </Prose>
            </Card>
            {told.illustrative && <IllustrativeNote what="案例" />}
          </>
        )}
      </Result>
    </Page>
  );
}
