import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import './note.scss';

interface Props {
  /** indigo: to know; ochre: to think about; tea: done; madder: does not go. */
  readonly tone: 'indigo' | 'ochre' | 'tea' | 'madder';
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Read aloud as soon as it appears. */
  readonly alert?: boolean;
}

/** A word in passing, inside a card or between two. */
export function Note({ tone, title, children, alert }: Props) {
  return (
    <View className={`note note--${tone}`} {...(alert ? aria({ role: 'alert' }) : {})}>
      {title && <View className="note__title">{title}</View>}
      {children}
    </View>
  );
}
