import { View } from '@tarojs/components';
import { paths } from '@/paths';
import { backOr } from '@/platform/navigate';
import { Icon } from './icon';
import { Tappable } from './tappable';
import './top-bar.scss';

/** The web's bar with the way back; WeChat draws its own. */
export function TopBar({ title }: { readonly title: string }) {
  return (
    <View className="top-bar">
      <Tappable className="top-bar__back" label="返回" onPress={() => backOr(paths.home)}>
        <Icon name="back" />
      </Tappable>
      <View className="top-bar__title">{title}</View>
    </View>
  );
}
