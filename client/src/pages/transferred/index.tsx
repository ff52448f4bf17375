import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { FIRST_MINUTES } from '@xiangyue/shared/features/antifraud/first-minutes';
import { paths } from '@/paths';
import { callNumber } from '@/platform/call';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { SpeakButton } from '@/ui/speak-button';
import './index.scss';

const ALOUD = FIRST_MINUTES.map(({ title, text }, i) => `第${i + 1}，${title}。${text}`).join('');

/** 我已经转了钱: the first minutes. In the main package and without any answer of the service: there with no signal too. */
export default function Transferred() {
  useShareAppMessage(() => ({ title: '转错了钱，头几分钟这样做', path: paths.transferred }));
  return (
    <Page title="我已经转了钱">
      <PageHead title="头几分钟，照着做" note="没有网也看得到。" />
      {FIRST_MINUTES.map(({ title, text, call }, i) => (
        <Card key={title}>
          <View className="transferred__step">
            <View className="transferred__number">{i + 1}</View>
            <View className="transferred__body">
              <View className="transferred__title">{title}</View>
              <Prose>{text}</Prose>
              {call !== undefined && (
                <View className="transferred__call">
                  <ActionButton filled icon="phone" onPress={() => void callNumber(call)}>
                    {`打 ${call}`}
                  </ActionButton>
                </View>
              )}
            </View>
          </View>
        </Card>
      ))}
      <View className="transferred__speak">
        <SpeakButton text={ALOUD} />
      </View>
    </Page>
  );
}
