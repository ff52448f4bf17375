import { View } from '@tarojs/components';
import './tag.scss';

interface Props {
  /** indigo: what it is; ochre: waiting, or an example; tea: done; madder: a warning. The word says it, the colour only helps. */
  readonly tone: 'indigo' | 'ochre' | 'tea' | 'madder';
  readonly children: string;
}

/** A state as one word. */
export function Tag({ tone, children }: Props) {
  return <View className={`tag tag--${tone}`}>{children}</View>;
}
