import { useRouter } from '@tarojs/taro';
import { ANSWER_MAX_CHARACTERS, fraudQuestionsContract } from '@xiangyue/shared/features/antifraud/questions.contract';
import { useState } from 'react';
import { writeSoon } from '@/platform/queue/queue';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { Page } from '@/ui/page';
import { ProblemNote } from '@/ui/problem-note';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { TextArea } from '@/ui/text-area';
import { Ways } from '@/ui/ways';
import { FirstAidCard } from '../../components/first-aid-card';
import { QuestionThread } from '../../components/question-thread';
import { sayState } from '../../question-words';

/** What I have asked: who answers by when, what was said, and a word more. */
export default function QuestionPage() {
  const { questionId = '' } = useRouter().params;
  const found = useApi(fraudQuestionsContract.question, { questionId }, { asksAnew: true });
  const [text, setText] = useState('');
  useShownAgain(found.retry);
  const add = useAction(async () => {
    await writeSoon(fraudQuestionsContract.add, { questionId, text }, '再说一句：是不是诈骗');
    setText('');
    found.retry();
  });

  return (
    <Page title="我问的" shows={[found]}>
      <SignedIn why="登录以后，才看得到您问的事。">
        <Result of={found}>
          {(question) => (
            <>
              <Note tone={question.state === 'answered' ? 'tea' : 'ochre'} title={sayState(question, Date.now())}>
                {question.state === 'open' ? '急的话不要等，先打电话。' : '还有话说，写在下面。'}
              </Note>
              {question.state === 'open' && <FirstAidCard of={question.firstAid} />}
              <QuestionThread of={question} asker="您" />
              <Card title="再说一句">
                <TextArea
                  id="more-text"
                  label="想起什么，或者后来又怎样了"
                  value={text}
                  onChange={setText}
                  maxCharacters={ANSWER_MAX_CHARACTERS}
                />
                <ProblemNote problem={add.problem} />
                {text.trim() !== '' && (
                  <Ways>
                    <ActionButton onPress={add.run}>{add.busy ? '正在送出…' : '送出'}</ActionButton>
                  </Ways>
                )}
              </Card>
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
