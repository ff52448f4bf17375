import { View } from '@tarojs/components';
import { openTab } from '@/platform/navigate';
import { sayUnread, useUnreadOfFrame } from '@/platform/unread';
import { isWide } from '@/platform/wide';
import { classes } from './classes';
import { Icon } from './icon';
import { SideList } from './side-list';
import { type TabName, tabs } from './tabs';
import { Tappable } from './tappable';
import './tab-bar.scss';

/** The web's tab bar: at the foot of a phone, a list at the side of a desktop. It follows large text and contrast. */
export function TabBar({ current }: { readonly current: TabName | undefined }) {
  const unread = useUnreadOfFrame(current !== undefined || isWide());

  return (
    <nav className={classes('tab-bar', !current && 'tab-bar--desktop-only')} aria-label="主要页面">
      <View className="tab-bar__name">乡约</View>
      {tabs.map(({ name, text, icon, url }) => (
        <Tappable
          key={name}
          className={classes('tab-bar__tab', name === current && 'tab-bar__tab--current')}
          current={name === current}
          onPress={() => openTab(url)}
        >
          <View className="tab-bar__drawing">
            <Icon name={icon} className="tab-bar__icon" />
            {name === 'me' && unread > 0 && <View className="tab-bar__badge">{sayUnread(unread)}</View>}
          </View>
          <View className="tab-bar__text">{text}</View>
        </Tappable>
      ))}
      <SideList />
    </nav>
  );
}
