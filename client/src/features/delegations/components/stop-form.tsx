import {
  CONSENT_WORDS_MAX_CHARACTERS,
  delegationsContract,
} from '@xiangyue/shared/features/delegations/delegations.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { TextArea } from '@/ui/text-area';

interface Props {
  readonly delegationId: string;
  readonly onStopped: () => void;
  readonly onClose: () => void;
}

/** Stops it at once; why is written down, so that nobody has to guess later. */
export function StopForm({ delegationId, onStopped, onClose }: Props) {
  const [words, setWords] = useState('');
  const stop = useAction(async () => {
    await api(delegationsContract.stop, { delegationId, words });
    onStopped();
  });
  return (
    <FormCard
      title="停了这份代办"
      of={stop}
      beside={['words']}
      act="现在就停"
      acting="正在停…"
      onAct={words.trim() === '' ? undefined : stop.run}
      leave="先不停"
      onLeave={onClose}
    >
      <Prose>停了马上不能再替他办，办过的都留着。家里人和代办的人会收到消息。</Prose>
      <TextArea
        label="为什么停（比如：她自己来办）"
        value={words}
        onChange={setWords}
        maxCharacters={CONSENT_WORDS_MAX_CHARACTERS}
        mistake={stop.problem?.mistakeAt('words')}
      />
    </FormCard>
  );
}
