import { View } from '@tarojs/components';
import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { ProblemView } from '@/ui/problem-view';
import './notice-seen.scss';

/** The end of the notice: when it was seen, or the button that says so. */
export function NoticeSeen({ version }: { readonly version: number }) {
  const mine = useApi(privacyContract.consents, {}, { keep: false });
  const see = useAction(async () => {
    await api(privacyContract.consent, { purpose: 'base', version, isGiven: true });
    mine.retry();
  });
  const notice = mine.data?.consents.find(({ purpose }) => purpose === 'base');
  if (!notice) return null;
  if (notice.state === 'given' && notice.said)
    return <View className="notice-seen">您在{sayMoment(Date.parse(notice.said.at), Date.now())}看过这一版。</View>;
  return (
    <View className="notice-seen">
      <ActionButton filled onPress={see.run}>
        {see.busy ? '正在记下…' : '看过了'}
      </ActionButton>
      {see.problem && <ProblemView problem={see.problem} retry={see.run} />}
    </View>
  );
}
