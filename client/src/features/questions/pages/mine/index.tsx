import { questionsContract } from '@xiangyue/shared/features/questions/questions.contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { useShownAgain } from '@/platform/use-shown-again';
import { ActionButton } from '@/ui/action-button';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { Ways } from '@/ui/ways';
import { QuestionList } from '../../components/question-list';

/** 我的问题: what I asked, and where I was asked to read along. */
export default function MyQuestions() {
  const first = useApi(questionsContract.mine, {}, { asksAnew: true });
  const list = usePages(questionsContract.mine, first, ({ next }) => (next ? { before: next } : null));
  useShownAgain(first.retry);
  return (
    <Page title="我的问题" shows={[first]}>
      <PageHead title="我的问题" note="您问律师的，和别人请您一起看的。" />
      <SignedIn why="登录以后，才看得到您问过什么。">
        <Ways>
          <ActionButton filled onPress={() => open(paths.askLawyer)}>
            问律师
          </ActionButton>
        </Ways>
        <Result of={first}>
          {() => (
            <QuestionList of={list} empty={<Empty title="还没有问过律师">拿不准的事，先问一问，不收钱。</Empty>} />
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
