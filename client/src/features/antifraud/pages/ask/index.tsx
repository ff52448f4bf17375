import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { fraudQuestionsContract } from '@xiangyue/shared/features/antifraud/questions.contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { usePreferences } from '@/platform/preferences';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Row } from '@/ui/row';
import { AskForm } from '../../components/ask-form';
import { sayState } from '../../question-words';

/** 这是不是诈骗？ A first answer at once, an officer's by a time; below, what I have asked before. */
export default function AskPage() {
  const { caseId } = useRouter().params;
  const village = usePreferences((preferences) => preferences.village);
  const mine = useApi(fraudQuestionsContract.mine, {}, { asksAnew: true });
  useShownAgain(mine.retry);
  useShareAppMessage(() => ({ title: '拿不准是不是诈骗？在这里问', path: paths.fraudAsk() }));

  return (
    <Page title="是不是诈骗">
      <PageHead title="这是不是诈骗？" note="先停一停。写下来，马上有个说法，民警再回答。只有您和民警看得到。" />
      {village ? (
        <AskForm villageId={village.id} caseId={caseId} />
      ) : (
        <Empty
          title="先选您的村"
          action={<ActionButton onPress={() => open(paths.chooseVillage)}>选我的村</ActionButton>}
        >
          选好以后，您村的包片民警来回答。
        </Empty>
      )}
      {mine.data && mine.data.questions.length > 0 && (
        <Card title="我问过的" flush>
          {mine.data.questions.map((question) => (
            <Row
              key={question.id}
              title={question.text}
              note={sayState(question, Date.now())}
              onPress={() => open(paths.fraudQuestion(question.id))}
            />
          ))}
        </Card>
      )}
    </Page>
  );
}
