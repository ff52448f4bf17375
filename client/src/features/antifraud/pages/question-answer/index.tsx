import { useRouter } from '@tarojs/taro';
import { fraudQuestionsContract } from '@xiangyue/shared/features/antifraud/questions.contract';
import { useApi } from '@/platform/use-api';
import { Note } from '@/ui/note';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { AnswerForm } from '../../components/answer-form';
import { QuestionThread } from '../../components/question-thread';
import { sayState } from '../../question-words';

/** One question at the desk. Looking at it is written down for the asker. */
export default function QuestionAnswer() {
  const { regionId = '', questionId = '' } = useRouter().params;
  const found = useApi(
    fraudQuestionsContract.deskQuestion,
    { regionId, questionId },
    { keep: false, isRecorded: true, onlyFresh: true },
  );
  return (
    <Page title="回答">
      <SignedIn why="登录以后，才能看和回答。">
        <Result of={found}>
          {(question) => (
            <>
              <Note
                tone={question.state === 'answered' ? 'tea' : question.hasPaid ? 'madder' : 'ochre'}
                title={sayState(question, Date.now())}
              >
                {question.hasPaid ? '钱已经转了，请先打电话联系，帮着止付。' : question.villageName}
              </Note>
              <QuestionThread of={question} asker={question.askerName} />
              <AnswerForm key={question.entryCount} regionId={regionId} of={question} onDone={found.retry} />
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
