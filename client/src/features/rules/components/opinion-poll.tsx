import { View } from '@tarojs/components';
import { Segmented } from '@/ui/segmented';
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
  const counted = CHOICES.map(({ value, text }) => ({
    value,
    text: `${text} ${poll[value]}`,
    label: `${text}，现在 ${poll[value]} 人`,
  }));
  return (
    <View className="opinion-poll">
      <View className="opinion-poll__what">民意，只作参考，不是表决</View>
      {onSay ? (
        <Segmented label="您怎么看这一条" options={counted} value={mine} onChange={onSay} />
      ) : (
        <View className="opinion-poll__counts">
          {counted.map(({ value, text }) => (
            <View key={value} className="opinion-poll__count">
              {text}
            </View>
          ))}
        </View>
      )}
    </View>
  );
}
