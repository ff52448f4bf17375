import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './prose.scss';

/** A sentence or two in a card: what this is, what follows. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return <View className="prose">{children}</View>;
}
