import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/heading';
import { Ways } from '@/ui/ways';
import { type Clause, sayNumber } from '../clause-words';
import { ClauseBasis } from './clause-basis';
import './clause-view.scss';

interface Props {
  readonly clause: Clause;
  /** What can be done with it: hear it, pass it on. */
  readonly children: ReactNode;
}

/** One clause, large: what it says, what follows, what it rests on. */
export function ClauseView({ clause, children }: Props) {
  return (
    <>
      <Card>
        <View className="clause-view__number">{sayNumber(clause)}</View>
        <Heading level={1}>{clause.title}</Heading>
        <View className="clause-view__text">{clause.text}</View>
        <Ways>{children}</Ways>
      </Card>
      <Card title="没做到怎么办">
        <View className="clause-view__consequence">{clause.consequence}</View>
      </Card>
      {clause.basis.length > 0 && (
        <Card title="依据">
          <ClauseBasis basis={clause.basis} />
        </Card>
      )}
    </>
  );
}
