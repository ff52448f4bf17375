import { View } from '@tarojs/components';
import { MarkedText } from '@/ui/marked-text';
import { Tappable } from '@/ui/tappable';
import type { Match } from '../search-kept';
import './match-card.scss';

/** A clause that was found, its words marked. */
export function MatchCard({ match, onPress }: { readonly match: Match; readonly onPress: () => void }) {
  return (
    <Tappable className="card match-card" onPress={onPress}>
      <View className="match-card__from">
        {match.villageName}，第 {match.clauseNumber} 条
      </View>
      <View className="match-card__title">
        <MarkedText text={match.clauseTitle} marks={match.titleMarks} />
      </View>
      <View className="match-card__text">
        <MarkedText text={match.text} marks={match.textMarks} />
      </View>
    </Tappable>
  );
}
