import { View } from '@tarojs/components';
import { aria } from './aria';
import './lozenge-strip.scss';

/** A quiet row of 西兰卡普 lozenges, the cloth of this place. At most once a page. */
export function LozengeStrip() {
  return <View className="lozenge-strip" {...aria({ hidden: true })} />;
}
