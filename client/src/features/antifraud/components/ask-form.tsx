import { type FirstAid, firstAidFor } from '@xiangyue/shared/features/antifraud/first-aid.rules';
import {
  fraudQuestionsContract,
  QUESTION_MAX_CHARACTERS,
  QUESTION_PHOTOS_MAX,
} from '@xiangyue/shared/features/antifraud/questions.contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { writeSoon } from '@/platform/queue/queue';
import { useIsSignedIn } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { usePhotos } from '@/platform/use-photos';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { PhotoPicker } from '@/ui/photo-picker';
import { ProblemNote } from '@/ui/problem-note';
import { SignInCard } from '@/ui/sign-in-card';
import { TextArea } from '@/ui/text-area';
import { Toggle } from '@/ui/toggle';
import { Ways } from '@/ui/ways';
import { FirstAidCard } from './first-aid-card';

interface Props {
  readonly villageId: string;
  /** The case after which it is asked. */
  readonly caseId: string | undefined;
}

/** Describes or pastes what came; a first answer stands there at once, without sending and without signing in. */
export function AskForm({ villageId, caseId }: Props) {
  const isSignedIn = useIsSignedIn();
  const [text, setText] = useState('');
  const [hasPaid, setHasPaid] = useState(false);
  const [looked, setLooked] = useState<FirstAid>();
  const [isWaiting, setIsWaiting] = useState(false);
  const photos = usePhotos('antifraud.question', QUESTION_PHOTOS_MAX);
  const send = useAction(async () => {
    const input = { villageId, text, hasPaid, photoIds: photos.ids, caseId };
    const done = await writeSoon(fraudQuestionsContract.ask, input, `问是不是诈骗：${text.slice(0, 12)}`);
    if (done.state === 'sent') open(paths.fraudQuestion(done.answer.id));
    else setIsWaiting(true);
    setText('');
    setLooked(undefined);
  });
  const firstAid = looked && { ...looked, hasPaid: looked.hasPaid || hasPaid };

  function change(next: string) {
    setText(next);
    setLooked(undefined);
  }

  return (
    <>
      <Card>
        <TextArea
          id="ask-text"
          label="对方说了什么？收到的短信也可以贴在这里"
          value={text}
          onChange={change}
          maxCharacters={QUESTION_MAX_CHARACTERS}
        />
        <Toggle
          title="钱已经转了"
          note={hasPaid ? '先打 110，民警一小时内回答' : '还没有转'}
          on={hasPaid}
          onChange={setHasPaid}
        />
        {text.trim() !== '' && !firstAid && (
          <Ways>
            <ActionButton filled onPress={() => setLooked(firstAidFor(text))}>
              先看一看像不像
            </ActionButton>
          </Ways>
        )}
        {firstAid && <FirstAidCard of={firstAid} />}
      </Card>
      {isWaiting && <Note tone="ochre">现在没有网，问题存在手机里，有网就送出去。急的话先打电话。</Note>}
      {firstAid &&
        (isSignedIn ? (
          <Card title="再问民警">
            <PhotoPicker label="截图、对方的账号（可以不传）" photos={photos} />
            <ProblemNote problem={send.problem} />
            <Ways>
              <ActionButton filled onPress={send.run}>
                {send.busy ? '正在送出…' : '送给民警看'}
              </ActionButton>
            </Ways>
          </Card>
        ) : (
          <SignInCard title="再问民警">登录以后，可以请包片民警看一看。只有您和民警看得到。</SignInCard>
        ))}
    </>
  );
}
