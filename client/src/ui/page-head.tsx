import { View } from '@tarojs/components';
import { Heading } from './heading';
import './page-head.scss';

interface Props {
  readonly title: string;
  /** One line under it. */
  readonly note?: string;
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
