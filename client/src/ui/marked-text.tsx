import { Text } from '@tarojs/components';
import type { Mark } from '@xiangyue/shared/kernel/text';
import { Fragment } from 'react';
import './marked-text.scss';

interface Props {
  readonly text: string;
  /** Stretches `[start, end)`, in order, that do not overlap. */
  readonly marks: readonly Mark[];
}

/** A text with the found words marked. */
export function MarkedText({ text, marks }: Props) {
  const tail = marks.length > 0 ? text.slice(marks[marks.length - 1]?.[1]) : text;
  return (
    <Fragment>
      {marks.map(([start, end], i) => (
        <Fragment key={start}>
          {text.slice(marks[i - 1]?.[1] ?? 0, start)}
          <Text className="marked-text__mark">{text.slice(start, end)}</Text>
        </Fragment>
      ))}
      {tail}
    </Fragment>
  );
}
