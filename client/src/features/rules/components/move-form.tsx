import { View } from '@tarojs/components';
import { WORDS_MAX_CHARACTERS } from '@xiangyue/shared/features/rules/work.contract';
import { type ReactNode, useState } from 'react';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { ProblemNote } from '@/ui/problem-note';
import { Tappable } from '@/ui/tappable';
import { TextArea } from '@/ui/text-area';
import './move-form.scss';

interface Props {
  /** What the button does: 送去审核. */
  readonly action: string;
  /** What the words are for; without it none are asked. */
  readonly wordsLabel?: string;
  readonly send: (words: string) => Promise<unknown>;
  readonly filled?: boolean;
  /** Folded behind a plain line until it is wanted: what is seldom done. */
  readonly folded?: boolean;
  /** What is to be chosen or read before. */
  readonly children?: ReactNode;
}

/** One step that an office can take, with its words, and what the service said to it. */
export function MoveForm({ action, wordsLabel, send, filled, folded, children }: Props) {
  const [isOpen, setOpen] = useState(!folded);
  const [words, setWords] = useState('');
  const move = useAction(() => send(words.trim()));
  if (!isOpen)
    return (
      <Tappable className="move-form__unfold" onPress={() => setOpen(true)}>
        {action}…
      </Tappable>
    );
  return (
    <View className="move-form">
      {children}
      {wordsLabel && (
        <TextArea label={wordsLabel} value={words} onChange={setWords} maxCharacters={WORDS_MAX_CHARACTERS} />
      )}
      <View className="move-form__action">
        <ActionButton filled={filled} onPress={move.run}>
          {move.busy ? '正在办…' : action}
        </ActionButton>
      </View>
      <ProblemNote problem={move.problem} />
    </View>
  );
}
