import { useRouter } from '@tarojs/taro';
import { fraudQuestionsContract } from '@xiangyue/shared/features/antifraud/questions.contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { Tag } from '@/ui/tag';
import { sayState } from '../../question-words';

/** What people have asked here; those that wait first, the most pressing on top. */
export default function QuestionDesk() {
  const { regionId = '' } = useRouter().params;
  const desk = useApi(fraudQuestionsContract.desk, { regionId }, { keep: false, isRecorded: true, asksAnew: true });
  useShownAgain(desk.retry);
  return (
    <Page title="问来的">
      <PageHead title="村民问：是不是诈骗" note="您每看一次，问的人都查得到。" />
      <SignedIn why="登录以后，这里是问到您这里的事。">
        <Result of={desk}>
          {({ questions }) =>
            questions.length === 0 ? (
              <Empty title="现在没有人问">有人问了，您会收到消息。</Empty>
            ) : (
              <Card flush>
                {questions.map((question) => (
                  <Row
                    key={question.id}
                    title={question.text}
                    note={`${question.villageName}，${sayState(question, Date.now())}`}
                    aside={question.state === 'open' && question.hasPaid && <Tag tone="madder">钱已转</Tag>}
                    onPress={() => open(paths.fraudQuestionAnswer(question.villageId, question.id))}
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
