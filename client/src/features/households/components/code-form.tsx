import { readCardCode } from '@xiangyue/shared/features/households/card-code.rules';
import { useState } from 'react';
import type { ApiProblem } from '@/platform/api-problem';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

/** Eight, and the gap in the middle as it is printed. */
const TYPED_MAX_CHARACTERS = 12;

interface Props {
  readonly initial: string;
  readonly problem: ApiProblem | undefined;
  readonly busy: boolean;
  readonly onOpen: (code: string) => void;
  /** Where there is a camera for it. */
  readonly onScan?: (() => void) | undefined;
}

/** Where the code of the card is typed, or scanned. */
export function CodeForm({ initial, problem, busy, onOpen, onScan }: Props) {
  const [typed, setTyped] = useState(initial);
  const [isWrong, setIsWrong] = useState(false);

  function look() {
    const code = readCardCode(typed);
    setIsWrong(code === null);
    if (code !== null) onOpen(code);
  }

  return (
    <Card>
      <Prose>编码印在户卡上，8 个字母和数字，大小写都行。</Prose>
      <TextField
        label="户卡编码"
        value={typed}
        onChange={setTyped}
        maxCharacters={TYPED_MAX_CHARACTERS}
        mistake={isWrong ? '编码是 8 个字母和数字，没有 0、1、O、I' : undefined}
      />
      <ProblemNote problem={problem} />
      <Ways>
        {onScan && <ActionButton onPress={onScan}>扫户卡</ActionButton>}
        <ActionButton filled onPress={look}>
          {busy ? '正在找…' : '看是哪一户'}
        </ActionButton>
      </Ways>
    </Card>
  );
}
