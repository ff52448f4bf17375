import { View } from '@tarojs/components';
import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SpeakButton } from '@/ui/speak-button';
import { NoticeSeen } from '../../components/notice-seen';
import './index.scss';

type Notice = OutputOf<typeof privacyContract.notice>;

/** 隐私说明: in plain words, large and aloud where wanted; whoever has signed in says at its end that they have seen it. */
export default function NoticePage() {
  const notice = useApi(privacyContract.notice, {});
  return (
    <Page title="隐私说明" shows={[notice]}>
      <PageHead
        title="隐私说明"
        note={notice.data && `第 ${notice.data.version} 版，${sayDate(notice.data.effectiveOn)}起`}
      />
      <Result of={notice}>
        {({ version, sections }) => (
          <>
            <View className="notice__speak">
              <SpeakButton text={aloud(sections)} />
            </View>
            {sections.map(({ title, paragraphs }) => (
              <Card key={title} title={title}>
                {paragraphs.map((paragraph) => (
                  <View key={paragraph} className="notice__paragraph">
                    {paragraph}
                  </View>
                ))}
              </Card>
            ))}
            <NoticeSeen version={version} />
          </>
        )}
      </Result>
    </Page>
  );
}

function aloud(sections: Notice['sections']): string {
  return sections.map(({ title, paragraphs }) => `${title}。${paragraphs.join('')}`).join('\n');
}
