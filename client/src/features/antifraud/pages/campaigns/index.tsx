import { useRouter } from '@tarojs/taro';
import { campaignsContract } from '@xiangyue/shared/features/antifraud/campaigns.contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';
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
import { CampaignStateTag } from '../../components/campaign-state-tag';

/** 防骗提醒: what was sent from here and what is planned. */
export default function CampaignsPage() {
  const { regionId = '' } = useRouter().params;
  const campaigns = useApi(campaignsContract.list, { regionId }, { asksAnew: true });
  useShownAgain(campaigns.retry);
  return (
    <Page title="防骗提醒" shows={[campaigns]}>
      <PageHead title="防骗提醒" note="把一个公布的案例，发给几个村的人。只看得到数目，看不到名字。" />
      <SignedIn why="登录以后，才能安排提醒。">
        <Ways>
          <ActionButton filled onPress={() => open(paths.campaignNew(regionId))}>
            安排一次提醒
          </ActionButton>
        </Ways>
        <Result of={campaigns}>
          {({ campaigns: all }) =>
            all.length === 0 ? (
              <Empty title="还没有发过">有新的骗法，就提醒大家一次；不要多，多了没有人看。</Empty>
            ) : (
              <Card flush>
                {all.map(({ id, caseTitle, startsAt, people, state }) => (
                  <Row
                    key={id}
                    title={caseTitle}
                    note={`${sayMoment(Date.parse(startsAt), Date.now())}${people === null ? '' : `，${people} 人`}`}
                    aside={<CampaignStateTag state={state} />}
                    onPress={() => open(paths.campaign(regionId, id))}
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
