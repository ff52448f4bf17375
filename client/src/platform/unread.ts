/** How many messages wait to be read; one small question, asked when a tab is shown and when something was read. */
import { useDidShow } from '@tarojs/taro';
import { messagesContract, UNREAD_SHOWN_MAX } from '@xiangyue/shared/features/messages/messages.contract';
import { useRef } from 'react';
import { useSession } from './session';
import { useApi } from './use-api';

/** 0 while nobody is signed in, or nothing is known. @param isShown false: nobody sees the number, nothing is asked */
export function useUnread(isShown = true): number {
  const isSignedIn = useSession(({ session }) => session !== null);
  const asks = isSignedIn && isShown;
  const unread = useApi(messagesContract.unread, asks ? {} : null, { keep: false });
  const wasShown = useRef(false);
  useDidShow(() => {
    // The first time it is asked anyway.
    if (wasShown.current && asks) unread.retry();
    wasShown.current = true;
  });
  return unread.data?.unread ?? 0;
}

/** `3`, `99+`. */
export function sayUnread(unread: number): string {
  return unread > UNREAD_SHOWN_MAX ? `${UNREAD_SHOWN_MAX}+` : String(unread);
}
