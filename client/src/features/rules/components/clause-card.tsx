import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/ui/card';
import { classes } from '@/ui/classes';
import { Heading } from '@/ui/heading';
import { Icon } from '@/ui/icon';
import { Tappable } from '@/ui/tappable';
import type { Clause } from '../clause-words';
import { ClauseBasis } from './clause-basis';
import './clause-card.scss';

interface Props {
  readonly clause: Clause;
  /** Opens the clause on a page of its own. */
  readonly onOpen: () => void;
}

/** One clause in the whole document; what it rests on and what follows is folded away until asked for. */
export function ClauseCard({ clause, onOpen }: Props) {
  const [unfolded, setUnfolded] = useState(false);
  return (
    <Card className="clause-card">
      <Tappable className="clause-card__head" onPress={onOpen}>
        <View className="clause-card__number">{clause.number}</View>
        <Heading level={2} className="clause-card__title">
          {clause.title}
        </Heading>
        <Icon name="forward" className="clause-card__arrow" />
      </Tappable>
      <View className="clause-card__text">{clause.text}</View>
      <Tappable className="clause-card__fold" expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
        {unfolded ? '收起' : '没做到怎么办，依据是什么'}
        <Icon name="down" className={classes('clause-card__fold-icon', unfolded && 'clause-card__fold-icon--up')} />
      </Tappable>
      {unfolded && (
        <View className="clause-card__more">
          <View>{clause.consequence}</View>
          <ClauseBasis basis={clause.basis} />
        </View>
      )}
    </Card>
  );
}
