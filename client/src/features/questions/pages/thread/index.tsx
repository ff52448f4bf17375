import { useRouter } from '@tarojs/taro';
import { questionsContract } from '@xiangyue/shared/features/questions/questions.contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { backOr } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { Note } from '@/ui/note';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { EventView } from '../../components/event-view';
import { PeopleCard } from '../../components/people-card';
import { SayForm } from '../../components/say-form';
import { ThreadHead } from '../../components/thread-head';
import { ThreadWays } from '../../components/thread-ways';

/** 一个问题: everything that was said, and what can be done now. Only whoever is in it sees anything here. */
export default function ThreadPage() {
  const { questionId = '' } = useRouter().params;
  const thread = useApi(questionsContract.thread, { questionId }, { asksAnew: true });
  const [sent, setSent] = useState(0);
  useShownAgain(thread.retry);

  function refresh() {
    setSent((times) => times + 1);
    thread.retry();
  }
  return (
    <Page title="问律师" shows={[thread]}>
      <SignedIn why="登录以后，才看得到您的问题。">
        <Result of={thread}>
          {(shown) => {
            const isAdviser = shown.part === 'adviser';
            const leave = () => backOr(isAdviser ? paths.questionDesk : paths.myQuestions);
            return (
              <>
                <ThreadHead thread={shown} />
                {shown.events.map((event) => (
                  <EventView key={event.id} event={event} />
                ))}
                {isAdviser && shown.state === 'answered' && (
                  <Note tone="tea">答复已经送到。问的人还会接着问的话，会有消息。</Note>
                )}
                {shown.state !== 'closed' && (
                  <SayForm key={sent} questionId={questionId} isAdviser={isAdviser} onSent={refresh} />
                )}
                <ThreadWays thread={shown} onDone={refresh} onGone={leave} />
                <PeopleCard thread={shown} onDone={refresh} onGone={leave} />
              </>
            );
          }}
        </Result>
      </SignedIn>
    </Page>
  );
}
