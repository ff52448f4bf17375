import { type QuestionThread, questionsContract } from '@xiangyue/shared/features/questions/questions.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { scanQr } from '@/platform/scan-qr';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Row } from '@/ui/row';
import { TextButton } from '@/ui/text-button';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

/** Eight characters, a space, and room for what a thumb adds. */
const CODE_MAX_CHARACTERS = 12;

interface Props {
  readonly thread: QuestionThread;
  readonly onDone: () => void;
  /** Whoever leaves does not see it any more. */
  readonly onGone: () => void;
}

/** Who reads along: added by the code on their own phone, taken out again by a tap. */
export function PeopleCard({ thread: { id: questionId, part, state, people }, onDone, onGone }: Props) {
  const [isAdding, setAdding] = useState(false);
  const [typed, setTyped] = useState('');
  const add = useAction(async (code: string) => {
    await api(questionsContract.addPerson, { questionId, code });
    setAdding(false);
    setTyped('');
    onDone();
  });
  const remove = useAction(async (personId: string, isMe: boolean) => {
    await api(questionsContract.removePerson, { questionId, personId });
    if (isMe) onGone();
    else onDone();
  });
  const mayAdd = part !== 'added' && state !== 'closed';
  if (!mayAdd && people.length === 0) return null;

  async function scan() {
    const scanned = await scanQr({ onlyFromCamera: true });
    if (scanned !== undefined) add.run(scanned);
  }

  return (
    <Card title="一起看的人">
      {people.length === 0 && <Prose>家里人、村里的调解员，也可以请来一起看、一起说。</Prose>}
      {people.map(({ personId, name, isMe }) => (
        <Row
          key={personId}
          title={isMe ? '您' : name}
          aside={
            (part !== 'added' || isMe) && (
              <TextButton label={`${name}不再一起看`} onPress={() => remove.run(personId, isMe)}>
                {isMe ? '退出' : '不再请他看'}
              </TextButton>
            )
          }
        />
      ))}
      <ProblemNote problem={remove.problem} />
      {isAdding && (
        <>
          <Prose>请他在自己手机上打开“我的”，点“我的编号”，给您看八个字母和数字。</Prose>
          <TextField
            label="他的编号"
            value={typed}
            onChange={setTyped}
            maxCharacters={CODE_MAX_CHARACTERS}
            mistake={add.problem?.mistakeAt('code')}
          />
          <ProblemNote problem={add.problem} beside={['code']} />
        </>
      )}
      {mayAdd && (
        <Ways>
          {isAdding && process.env.TARO_ENV === 'weapp' && (
            <ActionButton onPress={() => void scan()}>扫他的码</ActionButton>
          )}
          <ActionButton onPress={isAdding ? () => add.run(typed) : () => setAdding(true)}>
            {add.busy ? '正在请…' : isAdding ? '请他一起看' : '请一个人一起看'}
          </ActionButton>
        </Ways>
      )}
    </Card>
  );
}
