import { useRouter } from '@tarojs/taro';
import { CAMPAIGN_GROUP_NAMES } from '@xiangyue/shared/features/antifraud/campaign.rules';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Choices } from '@/ui/choices';
import { Empty } from '@/ui/empty';
import { Note } from '@/ui/note';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemNote } from '@/ui/problem-note';
import { optionsOf, Segmented } from '@/ui/segmented';
import { SignedIn } from '@/ui/signed-in';
import { Ways } from '@/ui/ways';
import { useCampaignForm, WAVES } from '../../use-campaign-form';

const WAVE_OPTIONS = optionsOf({
  all: WAVES.all.text,
  hundreds: WAVES.hundreds.text,
  thousands: WAVES.thousands.text,
});

/** 安排一次提醒: nothing is sent before it was counted. */
export default function CampaignNew() {
  const { regionId = '' } = useRouter().params;
  const form = useCampaignForm(regionId);
  const { caseId, preview, count, create } = form;
  const mayCount = form.villageIds.length > 0 && form.groups.length > 0;
  return (
    <Page title="安排一次提醒" shows={form.answers}>
      <PageHead title="提醒什么，提醒谁" />
      <SignedIn why="登录以后，才能安排提醒。">
        {form.cases.length === 0 ? (
          <Empty
            title="这里还没有公布的案例"
            action={<ActionButton onPress={() => open(paths.fraudCaseDesk(regionId))}>去写一个案例</ActionButton>}
          >
            先写好、公布一个案例，再提醒大家。
          </Empty>
        ) : (
          <Card>
            <Segmented
              labelled
              label="哪个案例"
              options={form.cases.map(({ id, title }) => ({ value: id, text: title }))}
              value={caseId}
              onChange={form.setCaseId}
            />
            <Choices
              label="哪些村（可以选几个）"
              options={form.villages.map(({ id, name }) => ({ value: id, text: name }))}
              values={form.villageIds}
              onChange={form.setVillageIds}
            />
            <Choices
              label="哪些人（可以选几样）"
              options={optionsOf(CAMPAIGN_GROUP_NAMES)}
              values={form.groups}
              onChange={form.setGroups}
            />
            <Segmented
              labelled
              label="什么时候"
              options={form.starts.map(({ value, text }) => ({ value, text }))}
              value={form.start}
              onChange={form.setStart}
            />
            <Segmented labelled label="怎么发" options={WAVE_OPTIONS} value={form.wave} onChange={form.setWave} />
            {preview && (
              <Note tone={preview.people > 0 ? 'tea' : 'ochre'} title={`发给 ${preview.people} 人`}>
                {preview.people > 0
                  ? `都会在小程序的消息里看到，其中 ${preview.reminded} 人同意过微信提醒。未满 14 岁的不发。`
                  : '换几个村，或者换人群。'}
              </Note>
            )}
            <ProblemNote problem={create.problem ?? count.problem} />
            <Ways>
              {mayCount && (
                <ActionButton filled={!preview} onPress={count.run}>
                  {count.busy ? '正在数…' : '数一数有多少人'}
                </ActionButton>
              )}
              {caseId !== undefined && preview && preview.people > 0 && (
                <ActionButton filled onPress={() => create.run(caseId)}>
                  {create.busy ? '正在安排…' : `发给这 ${preview.people} 人`}
                </ActionButton>
              )}
            </Ways>
          </Card>
        )}
      </SignedIn>
    </Page>
  );
}
