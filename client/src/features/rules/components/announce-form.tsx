import { View } from '@tarojs/components';
import { daysAfter, localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { Segmented } from '@/ui/segmented';
import { MoveForm } from './move-form';

/** What villages choose; the service takes 7 to 60 days. */
const PERIODS = [
  { value: '7', text: '7 天' },
  { value: '15', text: '15 天' },
  { value: '30', text: '30 天' },
] as const;

/** How long the village is listened to. */
export function AnnounceForm({ send }: { readonly send: (until: string) => Promise<unknown> }) {
  const [days, setDays] = useState<(typeof PERIODS)[number]['value']>('15');
  const until = daysAfter(localDateOf(Date.now()), Number(days));
  return (
    <MoveForm action="公布出来，开始听意见" filled send={() => send(until)}>
      <Segmented labelled label="听多少天意见？" options={PERIODS} value={days} onChange={setDays} />
      <View className="move-form__note">到 {sayDate(until)} 为止。这几天里，村民一条一条提意见，您一条一条答复。</View>
    </MoveForm>
  );
}
