import { Text, View } from '@tarojs/components';
import type { ClauseChange, Piece } from '@xiangyue/shared/features/rules/compare.rules';
import { Card } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { type Clause, sayNumber } from '../clause-words';
import './change-card.scss';

const WORDS = {
  same: ['没改', 'indigo'],
  moved: ['挪了位置', 'indigo'],
  changed: ['改了字', 'ochre'],
  added: ['新加', 'tea'],
  removed: ['去掉', 'madder'],
} as const;

/** How one clause changed; what was added is underlined, what was removed struck through, so that colour is not needed. */
export function ChangeCard({ change }: { readonly change: ClauseChange<Clause> }) {
  const [word, tone] = WORDS[change.kind];
  return (
    <Card title={sayPlace(change)} aside={<Tag tone={tone}>{word}</Tag>}>
      <View className="change-card__title">
        <Pieces of={change.title} />
      </View>
      <View className="change-card__text">
        <Pieces of={change.text} />
      </View>
      <View className="change-card__consequence">
        没做到怎么办：
        <Pieces of={change.consequence} />
      </View>
    </Card>
  );
}

function sayPlace({ before, after }: ClauseChange<Clause>): string {
  if (!after) return before ? sayNumber(before) : '';
  if (!before || before.number === after.number) return sayNumber(after);
  return `${sayNumber(after)}（原${sayNumber(before)}）`;
}

function Pieces({ of: pieces }: { readonly of: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ kind, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch of text has no other name than its place
        <Text key={i} className={`change-card__piece change-card__piece--${kind}`}>
          {text}
        </Text>
      ))}
    </>
  );
}
