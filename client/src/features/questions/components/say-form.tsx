import { QUESTION_MAX_CHARACTERS, questionsContract } from '@xiangyue/shared/features/questions/questions.contract';
import { useState } from 'react';
import { writeSoon } from '@/platform/queue/queue';
import { useAction } from '@/platform/use-action';
import { usePhotos } from '@/platform/use-photos';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { PhotoPicker } from '@/ui/photo-picker';
import { ProblemNote } from '@/ui/problem-note';
import { TextArea } from '@/ui/text-area';
import { Ways } from '@/ui/ways';

/** What a message takes along. */
const PHOTOS_MAX = 6;

interface Props {
  readonly questionId: string;
  readonly isAdviser: boolean;
  readonly onSent: () => void;
}

/** Says more, or answers; it waits on the phone where there is no signal. */
export function SayForm({ questionId, isAdviser, onSent }: Props) {
  const [text, setText] = useState('');
  const photos = usePhotos('questions.message', PHOTOS_MAX);
  const send = useAction(async () => {
    const what = isAdviser ? '答复一个问题' : '接着问律师';
    await writeSoon(questionsContract.say, { questionId, text, photoIds: photos.ids }, what);
    onSent();
  });
  return (
    <Card title={isAdviser ? '答复' : '接着说'}>
      <TextArea
        label={isAdviser ? '怎么办，依据哪部法，说得让人听得懂' : '还有什么要说'}
        value={text}
        onChange={setText}
        maxCharacters={QUESTION_MAX_CHARACTERS}
        mistake={send.problem?.mistakeAt('text')}
      />
      <PhotoPicker label="照片（可以不放）" photos={photos} />
      {!photos.isReady && <Note tone="ochre">照片传好了才能送出；传不上的先去掉。</Note>}
      <ProblemNote problem={send.problem} beside={['text']} />
      {photos.isReady && (
        <Ways>
          <ActionButton filled onPress={send.run}>
            {send.busy ? '正在送出…' : isAdviser ? '送出答复' : '送出'}
          </ActionButton>
        </Ways>
      )}
    </Card>
  );
}
