import { View } from '@tarojs/components';
import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { useSession } from '@/platform/session';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SpeakButton } from '@/ui/speak-button';
import { NoticeSeen } from '../../components/notice-seen';
import './index.scss';

type Notice = OutputOf<typeof privacyContract.notice>;

/** 隐私说明: in plain words, large and aloud where wanted; whoever has signed in says at its end that they have seen it. */
export default function NoticePage() {
  const isSignedIn = useSession(({ session }) => session !== null);
  const notice = useApi(privacyContract.notice, {});
  return (
    <Page title="隐私说明" shows={[notice]}>
      <View className="notice__head">
        <Heading level={1}>隐私说明</Heading>
      </View>
      <Result of={notice}>
        {({ version, effectiveOn, sections }) => (
          <>
            <View className="notice__version">
              第 {version} 版，{sayDate(effectiveOn)}起
            </View>
            <SpeakButton text={aloud(sections)} />
            {sections.map(({ title, paragraphs }) => (
              <Card key={title} title={title}>
                {paragraphs.map((paragraph) => (
                  <View key={paragraph} className="notice__paragraph">
                    {paragraph}
                  </View>
                ))}
              </Card>
            ))}
            {isSignedIn && <NoticeSeen version={version} />}
          </>
        )}
      </Result>
    </Page>
  );
}

function aloud(sections: Notice['sections']): string {
  return sections.map(({ title, paragraphs }) => `${title}。${paragraphs.join('')}`).join('\n');
}
