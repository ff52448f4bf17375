import { questionsContract } from '@xiangyue/shared/features/questions/questions.contract';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { useShownAgain } from '@/platform/use-shown-again';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Segmented } from '@/ui/segmented';
import { SignedIn } from '@/ui/signed-in';
import { QuestionList } from '../../components/question-list';

type State = 'waiting' | 'answered' | 'closed';
const STATES = [
  { value: 'waiting', text: '等我答' },
  { value: 'answered', text: '答过的' },
  { value: 'closed', text: '结束的' },
] as const;
const EMPTY: Readonly<Record<State, string>> = {
  waiting: '没有等您答的问题',
  answered: '还没有答过的问题',
  closed: '还没有结束的问题',
};

/** 等我答的问题: what an adviser has to answer, whose time is over first. */
export default function AdviserDesk() {
  const [state, setState] = useState<State>('waiting');
  const first = useApi(questionsContract.desk, { state }, { keep: false, asksAnew: true });
  const list = usePages(questionsContract.desk, first, ({ next }) => (next ? { state, after: next } : null));
  useShownAgain(first.retry);
  return (
    <Page title="等我答的问题" shows={[first]}>
      <PageHead title="村民问的" note="先到时间的在前。到时没答，会转给别人。" />
      <SignedIn why="登录以后，法律顾问在这里答复村民。">
        <Segmented label="看哪些" options={STATES} value={state} onChange={setState} />
        <Result of={first}>
          {() => (
            <QuestionList
              of={list}
              empty={
                <Empty title={EMPTY[state]}>{state === 'waiting' && '有人问，就会出现在这里，也会有消息。'}</Empty>
              }
            />
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
