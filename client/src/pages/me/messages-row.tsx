import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { sayUnread, useUnread } from '@/platform/unread';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';

/** The way to one's messages, with how many are new. */
export function MessagesRow() {
  const unread = useUnread();
  return (
    <Row
      icon="message"
      title="消息"
      note="和您有关的事"
      aside={unread > 0 && <Tag tone="madder">{`${sayUnread(unread)} 条没看`}</Tag>}
      onPress={() => open(paths.messages)}
    />
  );
}
