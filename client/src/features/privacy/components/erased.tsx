import { View } from '@tarojs/components';
import type { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { openTab } from '@/platform/navigate';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { ErasedParts } from './erased-parts';
import './erased.scss';

/** What was done, for the last time that anybody can ask: the account is gone. */
export function Erased({
  told: { parts, pending, finishedBy },
}: {
  readonly told: OutputOf<typeof privacyContract.erase>;
}) {
  return (
    <>
      <PageHead
        title="账号已经注销"
        note={`${sayMoment(Date.parse(finishedBy), Date.now())}前后系统会再清一遍，清掉注销时正在路上的内容。`}
      />
      {pending.length > 0 && (
        <Card title="还没有删完的">
          <Prose>{pending.join('、')}：刚才没有删成，系统每分钟再试，不用您再来。</Prose>
        </Card>
      )}
      <ErasedParts parts={parts} isDone />
      <View className="erased__action">
        <ActionButton filled onPress={() => openTab(paths.home)}>
          回首页
        </ActionButton>
      </View>
    </>
  );
}
