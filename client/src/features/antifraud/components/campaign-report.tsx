import { View } from '@tarojs/components';
import { CAMPAIGN_GROUP_NAMES, REFUSAL_NAMES } from '@xiangyue/shared/features/antifraud/campaign.rules';
import type { campaignsContract } from '@xiangyue/shared/features/antifraud/campaigns.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/card';
import { Prose } from '@/ui/prose';
import { Row } from '@/ui/row';
import { CampaignStateTag } from './campaign-state-tag';
import './campaign-report.scss';

export type Campaign = OutputOf<typeof campaignsContract.campaign>;

/** How far a campaign has come, in numbers of people. */
export function CampaignReport({ of }: { readonly of: Campaign }) {
  const { people, inbox } = of;
  const percent = people ? Math.floor((100 * inbox) / people) : 0;
  return (
    <>
      <Card title={of.caseTitle} aside={<CampaignStateTag state={of.state} />}>
        <View className="campaign-report__figure">
          {inbox}
          <View className="campaign-report__unit">{people === null ? '人，正在找人' : `/ ${people} 人收到`}</View>
        </View>
        <View className="campaign-report__bar" {...aria({ hidden: true })}>
          <View className="campaign-report__done" style={{ width: `${percent}%` }} />
        </View>
        <Prose>
          {of.byName}安排，{sayMoment(Date.parse(of.startsAt), Date.now())}开始，发给{of.villageNames.join('、')}的
          {of.groups.map((group) => CAMPAIGN_GROUP_NAMES[group]).join('、')}。
        </Prose>
        {of.why && <Prose>不发了的原因：{of.why}</Prose>}
      </Card>
      <Card title="收到以后" flush>
        <Row title="看过的" aside={`${of.read} 人`} />
        <Row title="又来问民警的" note="从开始发算起，问这个案例的" aside={`${of.asked} 人`} />
      </Card>
      <Card title="微信提醒" flush>
        <Row title="发到了" aside={`${of.sent} 人`} />
        {of.waiting > 0 && <Row title="还没有发" aside={`${of.waiting} 人`} />}
        {of.unknown > 0 && <Row title="不知道到没到" note="微信没有答复，不重发" aside={`${of.unknown} 人`} />}
        {of.refused.map(({ reason, people: refused }) => (
          <Row key={reason} title={REFUSAL_NAMES[reason]} aside={`${refused} 人`} />
        ))}
      </Card>
    </>
  );
}
