import { View } from '@tarojs/components';
import { openTab } from '@/platform/navigate';
import { classes } from './classes';
import { Icon } from './icon';
import { SideList } from './side-list';
import { type TabName, tabs } from './tabs';
import { Tappable } from './tappable';
import './tab-bar.scss';

/** The web's tab bar: at the foot of a phone, a list at the side of a desktop. It follows large text and contrast. */
export function TabBar({ current }: { readonly current: TabName | undefined }) {
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
          <Icon name={icon} className="tab-bar__icon" />
          <View className="tab-bar__text">{text}</View>
        </Tappable>
      ))}
      <SideList />
    </nav>
  );
}
