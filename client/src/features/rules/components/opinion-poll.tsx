import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { Tappable } from '@/ui/tappable';
import { CHOICES, type ConsultedClause, type PollChoice } from '../consultation-words';
import './opinion-poll.scss';

interface Props {
  readonly poll: ConsultedClause['poll'];
  readonly mine: PollChoice | undefined;
  /** Undefined when nothing can be said now. */
  readonly onSay: ((choice: PollChoice) => void) | undefined;
}

/** What people think of a clause, in numbers. It says itself that it decides nothing. */
export function OpinionPoll({ poll, mine, onSay }: Props) {
  const total = poll.agree + poll.change + poll.unsure;
  if (!onSay && total === 0) return null;
  return (
    <View className="opinion-poll">
      <View className="opinion-poll__what">民意，只作参考，不是表决</View>
      <View className="opinion-poll__choices">
        {CHOICES.map(({ value, text }) => {
          const words = `${text} ${poll[value]}`;
          const isMine = mine === value;
          return onSay ? (
            <Tappable
              key={value}
              className={classes('opinion-poll__choice', isMine && 'opinion-poll__choice--mine')}
              role="radio"
              checked={isMine}
              label={`${text}，现在 ${poll[value]} 人`}
              onPress={() => onSay(value)}
            >
              {words}
            </Tappable>
          ) : (
            <View key={value} className="opinion-poll__count">
              {words}
            </View>
          );
        })}
      </View>
    </View>
  );
}
