import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Heading } from './heading';
import './page-head.scss';

interface Props {
  readonly title: string;
  /** A line or two under it. */
  readonly note?: ReactNode;
}

/** What a page above the tabs is about. */
export function PageHead({ title, note }: Props) {
  return (
    <View className="page-head">
      <Heading level={1}>{title}</Heading>
      {note && <View className="page-head__note">{note}</View>}
    </View>
  );
}
