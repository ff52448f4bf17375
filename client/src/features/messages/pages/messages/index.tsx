import { View } from '@tarojs/components';
import { messagesContract } from '@xiangyue/shared/features/messages/messages.contract';
import { useWrites, waitingFor, writeSoon } from '@/platform/queue/queue';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { ActionButton } from '@/ui/action-button';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemNote } from '@/ui/problem-note';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { type Message, MessageCard } from '../../components/message-card';
import { ReminderCard } from '../../components/reminder-card';
import './index.scss';

/** 消息: what concerns me, the newest first. */
export default function Messages() {
  const first = useApi(messagesContract.mine, {});
  const list = usePages(messagesContract.mine, first, ({ next }) => (next ? { before: next } : null));
  const writes = useWrites();
  const messages = list.pages.flatMap((page) => page.messages);
  const newest = messages[0];

  const upTo = waitingFor(writes, messagesContract.readAll, { upTo: '' })?.request.body as { upTo: string } | undefined;
  const isUnread = ({ id, readAt }: Message) =>
    readAt === null && !(upTo && id <= upTo.upTo) && !waitingFor(writes, messagesContract.read, { messageId: id });

  const readAll = useAction((newestId: string) =>
    writeSoon(messagesContract.readAll, { upTo: newestId }, '消息都看过了'),
  );

  return (
    <Page title="消息" shows={[first]}>
      <PageHead title="消息" note="和您有关的事都在这里，保存一年。" />
      <SignedIn why="登录以后，才看得到给您的消息。">
        {process.env.TARO_ENV === 'weapp' && <ReminderCard />}
        <Result of={first}>
          {() =>
            newest === undefined ? (
              <Empty title="还没有消息">职务有变动、有电脑用您的身份登录，都会在这里告诉您。</Empty>
            ) : (
              <>
                {messages.some(isUnread) && (
                  <View className="messages__all">
                    <ActionButton icon="check" onPress={() => readAll.run(newest.id)}>
                      {readAll.busy ? '正在记下…' : '都看过了'}
                    </ActionButton>
                    <ProblemNote problem={readAll.problem} />
                  </View>
                )}
                {messages.map((message) => (
                  <MessageCard key={message.id} message={message} isUnread={isUnread(message)} />
                ))}
                <LoadMore of={list} />
              </>
            )
          }
        </Result>
      </SignedIn>
    </Page>
  );
}
