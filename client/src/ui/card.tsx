import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { Heading } from './heading';
import './card.scss';

interface Props {
  readonly title?: string;
  /** A word beside the title, such as a Tag. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** No space inside: the rows in it reach from edge to edge. */
  readonly flush?: boolean;
  readonly className?: string;
}

/** One matter on a page. */
export function Card({ title, aside, children, flush, className }: Props) {
  return (
    <View className={classes('card', flush && 'card--flush', className)}>
      {title && (
        <View className="card__head">
          <Heading level={2}>{title}</Heading>
          {aside}
        </View>
      )}
      {children}
    </View>
  );
}
