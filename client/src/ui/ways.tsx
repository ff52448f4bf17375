import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './ways.scss';

/** What can be done here: buttons side by side, below each other in large text. */
export function Ways({ children }: { readonly children: ReactNode }) {
  return <View className="ways">{children}</View>;
}
