import { View } from '@tarojs/components';
import { QUESTION_MAX_CHARACTERS, questionsContract } from '@xiangyue/shared/features/questions/questions.contract';
import { TOPIC_NAMES, type Topic } from '@xiangyue/shared/features/questions/topics.rules';
import { useState } from 'react';
import { paths } from '@/paths';
import { backOr, openBeside } from '@/platform/navigate';
import type { RememberedVillage } from '@/platform/preferences';
import { writeSoon } from '@/platform/queue/queue';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { usePhotos } from '@/platform/use-photos';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { PhotoPicker } from '@/ui/photo-picker';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextArea } from '@/ui/text-area';
import { Ways } from '@/ui/ways';

const PHOTOS_MAX = 6;
const TOPICS = optionsOf(TOPIC_NAMES);

/** What is to be asked; without a signal it waits on the phone. */
export function AskForm({ village }: { readonly village: RememberedVillage }) {
  const answerer = useApi(questionsContract.answerer, { villageId: village.id });
  const [topic, setTopic] = useState<Topic>();
  const [text, setText] = useState('');
  const photos = usePhotos('questions.message', PHOTOS_MAX);
  const ask = useAction(async (chosen: Topic) => {
    const input = { villageId: village.id, topic: chosen, text, photoIds: photos.ids };
    const sent = await writeSoon(questionsContract.ask, input, `问律师：${TOPIC_NAMES[chosen]}`);
    if (sent.state === 'sent') openBeside(paths.question(sent.answer.id));
    else backOr(paths.myQuestions);
  });
  return (
    <Card title={village.name}>
      {answerer.data?.owner && (
        <Prose>
          {answerer.data.owner.roleName}
          {answerer.data.owner.name} {answerer.data.hours} 小时以内
          {answerer.data.owner.roleName === '法律顾问' ? '答复' : '请一位律师来答'}
          {answerer.data.next && `；到时没有，转给${answerer.data.next.roleName}${answerer.data.next.name}`}。
        </Prose>
      )}
      <Segmented labelled label="是哪一类的事" options={TOPICS} value={topic} onChange={setTopic} />
      <TextArea
        label="什么事，什么时候，和谁，您想怎样"
        value={text}
        onChange={setText}
        maxCharacters={QUESTION_MAX_CHARACTERS}
        mistake={ask.problem?.mistakeAt('text')}
      />
      <PhotoPicker label="合同、欠条、现场的照片（可以不放）" photos={photos} />
      {!photos.isReady && (
        <Note tone="ochre">照片传好了才能送出。没有信号就先去掉照片，把话送出去，照片以后再补。</Note>
      )}
      <ProblemNote problem={ask.problem} beside={['text']} />
      {photos.isReady && topic && (
        <Ways>
          <ActionButton filled onPress={() => ask.run(topic)}>
            {ask.busy ? '正在送出…' : '送出问题'}
          </ActionButton>
        </Ways>
      )}
      {!topic && <View className="ask__hint">先选是哪一类的事，再送出。</View>}
    </Card>
  );
}
