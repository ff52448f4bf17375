import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { classes } from './classes';
import './heading.scss';

interface Props {
  /** 1: the page's title, once a page. 2: a card's title. 3: a title inside a card. */
  readonly level: 1 | 2 | 3;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A title that a screen reader can jump to. */
export function Heading({ level, children, className }: Props) {
  const name = classes('heading', `heading--${level}`, className);
  if (process.env.TARO_ENV === 'weapp')
    return (
      <View className={name} {...aria({ role: 'heading' })}>
        {children}
      </View>
    );
  const Element = `h${level}` as const;
  return <Element className={name}>{children}</Element>;
}
