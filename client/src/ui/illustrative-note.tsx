import { View } from '@tarojs/components';
import './illustrative-note.scss';

/** Under every text or figure that was written for the demo. `what` names it: 村规, 组和院落. */
export function IllustrativeNote({ what }: { readonly what: string }) {
  return <View className="illustrative-note">这里的{what}是为演示写的示例，不是村里真正公布的。</View>;
}
