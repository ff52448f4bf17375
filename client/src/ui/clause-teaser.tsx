import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tappable } from './tappable';
import './clause-teaser.scss';

interface Props {
  /** Which clause, of whom. */
  readonly from: string;
  readonly title: ReactNode;
  readonly text: ReactNode;
  readonly onPress: () => void;
}

/** A clause in short, the whole card leading to it. */
export function ClauseTeaser({ from, title, text, onPress }: Props) {
  return (
    <Tappable className="clause-teaser" onPress={onPress}>
      <View className="clause-teaser__from">{from}</View>
      <View className="clause-teaser__title">{title}</View>
      <View className="clause-teaser__text">{text}</View>
    </Tappable>
  );
}
