import { useRouter } from '@tarojs/taro';
import { questionsDeskContract } from '@xiangyue/shared/features/questions/desk.contract';
import { useApi } from '@/platform/use-api';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { ClockCard } from '../../components/clock-card';
import { UnassignedCard } from '../../components/unassigned-card';

/** 指定律师: the town finds somebody where a question has nobody; it does not see what was asked. */
export default function TownDesk() {
  const { regionId = '' } = useRouter().params;
  const desk = useApi(questionsDeskContract.unassigned, { regionId }, { keep: false, asksAnew: true });
  return (
    <Page title="指定律师" shows={[desk]}>
      <PageHead title="没有律师答的问题" note="这里看不到问了什么、谁问的，只看到哪个村、哪一类。" />
      <SignedIn why="登录以后，镇里在这里指定律师。">
        <Result of={desk}>
          {({ questions, advisers }) => (
            <>
              {questions.length === 0 && <Empty title="每个问题都有律师在答" />}
              {questions.map((question) => (
                <UnassignedCard
                  key={question.id}
                  regionId={regionId}
                  question={question}
                  advisers={advisers}
                  onDone={desk.retry}
                />
              ))}
            </>
          )}
        </Result>
        <ClockCard regionId={regionId} />
      </SignedIn>
    </Page>
  );
}
