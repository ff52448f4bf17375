import { View } from '@tarojs/components';
import { messagesContract } from '@xiangyue/shared/features/messages/messages.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { messageAddress } from '@/message-pages';
import { open } from '@/platform/navigate';
import { writeSoon } from '@/platform/queue/queue';
import { Icon } from '@/ui/icon';
import { Tag } from '@/ui/tag';
import { Tappable } from '@/ui/tappable';
import './message-card.scss';

export type Message = OutputOf<typeof messagesContract.mine>['messages'][number];

/** One message; a tap has read it and opens what it is about. */
export function MessageCard({ message, isUnread }: { readonly message: Message; readonly isUnread: boolean }) {
  const { id, kind, title, text, about, createdAt } = message;

  function press() {
    // Whether it counts as read is no reason to keep anybody waiting, nor to bother them.
    if (isUnread) void writeSoon(messagesContract.read, { messageId: id }, `看过消息：${title}`).catch(() => undefined);
    const address = messageAddress(kind, about);
    if (address !== undefined) open(address);
  }

  return (
    <Tappable className="message-card" onPress={press}>
      <View className="message-card__line">
        <View className="message-card__body">
          <View className="message-card__head">
            <View className="message-card__title">{title}</View>
            {isUnread && <Tag tone="madder">没看</Tag>}
          </View>
          <View className="message-card__text">{text}</View>
          <View className="message-card__when">{sayMoment(Date.parse(createdAt), Date.now())}</View>
        </View>
        <Icon name="forward" className="message-card__arrow" />
      </View>
    </Tappable>
  );
}
