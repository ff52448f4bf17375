import { View } from '@tarojs/components';
import type { QuestionEvent } from '@xiangyue/shared/features/questions/questions.contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { Card } from '@/ui/card';
import { PhotoRow } from '@/ui/photo-row';
import { SpeakButton } from '@/ui/speak-button';
import { sayStep, sayWho } from '../question-words';
import './event-view.scss';

/** One thing of a thread: somebody's words as a card, anything else as a line. */
export function EventView({ event }: { readonly event: QuestionEvent }) {
  const when = sayMoment(Date.parse(event.at), Date.now());
  const step = sayStep(event);
  if (step !== undefined)
    return (
      <View className="event-step">
        {step}，{when}
      </View>
    );
  const isAnswer = event.what === 'answered';
  return (
    <Card className={isAnswer ? 'event event--answer' : 'event'}>
      <View className="event__who">
        {sayWho(event)}
        {isAnswer ? '答复' : event.what === 'asked' ? '问' : '说'}，{when}
      </View>
      <View className="event__text">{event.text}</View>
      <PhotoRow photos={event.photos} />
      {isAnswer && <SpeakButton text={event.text ?? ''} />}
    </Card>
  );
}
