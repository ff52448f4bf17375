import { Image, View } from '@tarojs/components';
import { OPINION_NAMES } from '@xiangyue/shared/features/antifraud/question.rules';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { Card } from '@/ui/card';
import { Tag } from '@/ui/tag';
import type { Question } from '../question-words';
import './question-thread.scss';

const TONES = { scam: 'madder', likely: 'madder', unclear: 'ochre', notScam: 'tea' } as const;

interface Props {
  readonly of: Question;
  /** How the one who asked is called here. */
  readonly asker: string;
}

/** What was asked, and everything that was said on it. */
export function QuestionThread({ of: { text, askedAt, photos, entries }, asker }: Props) {
  const now = Date.now();
  return (
    <>
      <Card title={`${asker}问`}>
        <View className="question-thread__text">{text}</View>
        {photos.length > 0 && (
          <View className="question-thread__photos">
            {photos.map((photo) => (
              <Image key={photo.id} className="question-thread__photo" src={photo.originalUrl} mode="widthFix" />
            ))}
          </View>
        )}
        <View className="question-thread__when">{sayMoment(Date.parse(askedAt), now)}</View>
      </Card>
      {entries.map(({ by, byName, text: said, opinion, at }) => (
        <Card
          key={at + said}
          title={by === 'officer' ? `${byName}回答` : `${asker}又说`}
          aside={opinion && <Tag tone={TONES[opinion]}>{OPINION_NAMES[opinion]}</Tag>}
        >
          <View className="question-thread__text">{said}</View>
          <View className="question-thread__when">{sayMoment(Date.parse(at), now)}</View>
        </Card>
      ))}
    </>
  );
}
