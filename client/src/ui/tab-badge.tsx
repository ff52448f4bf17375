import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { sayUnread, useUnreadOfFrame } from '@/platform/unread';
import { tabs } from './tabs';

const ME = tabs.findIndex(({ name }) => name === 'me');

/** In WeChat, whose own tab bar it is: the number of unread messages on 我的. Draws nothing itself. */
export function TabBadge() {
  const unread = useUnreadOfFrame();
  useEffect(() => {
    // Only a page with tabs may; when another is shown just now, the next tab that is shown does it.
    const done =
      unread > 0 ? Taro.setTabBarBadge({ index: ME, text: sayUnread(unread) }) : Taro.removeTabBarBadge({ index: ME });
    done.catch(() => undefined);
  }, [unread]);
  return null;
}
