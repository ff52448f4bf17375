import { View } from '@tarojs/components';
import './illustrative-note.scss';

/** Under every text or figure that was written for the demo. `what` names it: 村规, 组和院落. */
export function IllustrativeNote({ what }: { readonly what: string }) {
  return <View className="illustrative-note">以上{what}为演示而写，村里并未真正公布。</View>;
}
