/** How many messages wait to be read: one small question. */
import { messagesContract, UNREAD_SHOWN_MAX } from '@xiangyue/shared/features/messages/messages.contract';
import { useApi } from './use-api';
import { useShownAgain } from './use-shown-again';

/** 0 while nobody is signed in, or nothing is known. @param isShown false: nobody sees the number, nothing is asked */
export function useUnread(isShown = true): number {
  return useAsked(isShown).data?.unread ?? 0;
}

/** As `useUnread`, for the frame of the pages: asked again each time that a page comes to the front. */
export function useUnreadOfFrame(isShown = true): number {
  const asked = useAsked(isShown);
  useShownAgain(asked.retry);
  return asked.data?.unread ?? 0;
}

function useAsked(isShown: boolean) {
  return useApi(messagesContract.unread, isShown ? {} : null, { keep: false });
}

/** `3`, `99+`. */
export function sayUnread(unread: number): string {
  return unread > UNREAD_SHOWN_MAX ? `${UNREAD_SHOWN_MAX}+` : String(unread);
}
