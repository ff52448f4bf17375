import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import { usePreferences } from '@/platform/preferences';
import type { ApiResult } from '@/platform/use-api';
import { aria } from './aria';
import { classes } from './classes';
import { OfflineNote } from './offline-note';
import { TabBadge } from './tab-badge';
import { TabBar } from './tab-bar';
import type { TabName } from './tabs';
import { TopBar } from './top-bar';
import { WaitingNote } from './waiting-note';
import './page.scss';

interface Props {
  /** In the bar above: what kind of page this is. */
  readonly title: string;
  /** Which tab this is; a page above the tabs has none. */
  readonly tab?: TabName;
  /** What the page shows from the service; says its age when there is no network. */
  readonly shows?: readonly ApiResult<unknown>[];
  /** The page that lists what waits needs no note that something does. */
  readonly isOutbox?: boolean;
  readonly children: ReactNode;
}

const isWeb = process.env.TARO_ENV !== 'weapp';

/** The frame of every page: the reader's modes, the title, the note about the network, the ways back and onward. */
export function Page({ title, tab, shows = [], isOutbox, children }: Props) {
  const largeText = usePreferences((preferences) => preferences.largeText);
  const highContrast = usePreferences((preferences) => preferences.highContrast);
  const modes = classes('page', largeText && 'page--large', highContrast && 'page--contrast');
  useTitle(title);
  useEffect(() => {
    // What lies around the page follows too: the ground behind it on the web, the bar above it in WeChat.
    if (isWeb) document.documentElement.className = modes;
    else
      void Taro.setNavigationBarColor({ frontColor: '#000000', backgroundColor: highContrast ? '#ffffff' : '#faf6ee' });
  }, [modes, highContrast]);

  return (
    <View className={modes}>
      <View className="page__frame">
        {isWeb && <TabBar current={tab} />}
        <View className={classes('page__main', tab && 'page__main--tab')} {...aria({ role: 'main' })}>
          {isWeb && !tab && <TopBar title={title} />}
          <OfflineNote shows={shows} />
          {!isOutbox && <WaitingNote />}
          {!isWeb && tab && <TabBadge />}
          {children}
        </View>
      </View>
    </View>
  );
}

function useTitle(title: string) {
  useEffect(() => {
    // Not Taro's on the web: it writes the title as HTML into a bar that we do not show, and titles come from people.
    if (isWeb) document.title = title;
    else void Taro.setNavigationBarTitle({ title });
  }, [title]);
}
