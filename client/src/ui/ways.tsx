import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import './ways.scss';

interface Props {
  readonly children: ReactNode;
  /** Below each other on a phone: for buttons of many words. */
  readonly stacked?: boolean;
}

/** What can be done here: buttons side by side, below each other in large text. */
export function Ways({ children, stacked }: Props) {
  return <View className={classes('ways', stacked && 'ways--stacked')}>{children}</View>;
}
