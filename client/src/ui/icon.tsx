import { View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './classes';
import './icon.scss';

export type IconName =
  | 'back'
  | 'forward'
  | 'down'
  | 'search'
  | 'close'
  | 'check'
  | 'speak'
  | 'stop'
  | 'share'
  | 'offline'
  | 'place'
  | 'people'
  | 'phone'
  | 'desk'
  | 'message'
  | 'upload'
  | 'history'
  | 'shield'
  | 'home'
  | 'rules'
  | 'points'
  | 'me';

/** A drawing of our own in the colour of the text around it. It says nothing to a screen reader: the words beside it do. */
export function Icon({ name, className }: { readonly name: IconName; readonly className?: string }) {
  return <View className={classes('icon', `icon--${name}`, className)} {...aria({ hidden: true })} />;
}
