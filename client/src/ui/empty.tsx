import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import './empty.scss';

interface Props {
  /** One sentence: what is not here. */
  readonly title: string;
  /** What to do about it. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A list with nothing in it. */
export function Empty({ title, children, action }: Props) {
  return (
    <View className="card empty">
      <View className="empty__cloth" {...aria({ hidden: true })} />
      <View className="empty__title">{title}</View>
      {children && <View className="empty__text">{children}</View>}
      {action && <View className="empty__action">{action}</View>}
    </View>
  );
}
