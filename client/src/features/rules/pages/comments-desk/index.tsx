import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ruleConsultationContract } from '@xiangyue/shared/features/rules/consultation.contract';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { Segmented } from '@/ui/segmented';
import { SignedIn } from '@/ui/signed-in';
import { CommentDesk } from '../../components/comment-desk';
import type { OwnComment } from '../../consultation-words';
import { useDesk } from '../../use-desk';
import './index.scss';

const FILTERS = [
  { value: 'open', text: '要办的' },
  { value: 'done', text: '办过的' },
] as const;

/** 看意见: the village's desk looks at each comment, shows it or says why not, and answers it. */
export default function CommentsDesk() {
  const { documentId = '' } = useRouter().params;
  const { work } = useDesk(documentId);
  const desk = useApi(
    ruleConsultationContract.commentsDesk,
    { documentId },
    {
      keep: false,
      asksAnew: true,
    },
  );
  const [filter, setFilter] = useState<(typeof FILTERS)[number]['value']>('open');
  useShownAgain(desk.retry);

  const clauseOf = (key: string | null) => {
    const at = work.data?.clauses.findIndex((clause) => clause.key === key) ?? -1;
    return at < 0 ? '整份村规' : `第 ${at + 1} 条 ${work.data?.clauses[at]?.title ?? ''}`;
  };
  return (
    <Page title="看意见" shows={[desk]}>
      <SignedIn why="登录以后，村干部可以在这里看意见、答复意见。">
        <Result of={desk}>
          {({ comments }) => {
            const shown = comments.filter((comment) => isOpen(comment) === (filter === 'open'));
            return (
              <>
                <View className="comments-desk__filter">
                  <Segmented label="看哪些意见" options={FILTERS} value={filter} onChange={setFilter} />
                </View>
                {shown.length === 0 && (
                  <Empty title={filter === 'open' ? '意见都看过、答复过了' : '还没有办过的意见'} />
                )}
                {shown.map((comment) => (
                  <Card key={comment.id} title={clauseOf(comment.clauseKey)}>
                    <CommentDesk documentId={documentId} comment={comment} onDone={desk.retry} />
                  </Card>
                ))}
              </>
            );
          }}
        </Result>
      </SignedIn>
    </Page>
  );
}

function isOpen({ look, answer }: OwnComment): boolean {
  return look === 'waiting' || (look === 'shown' && answer === null);
}
