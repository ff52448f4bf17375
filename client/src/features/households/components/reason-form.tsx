import { WORDS_MAX_CHARACTERS } from '@xiangyue/shared/features/households/household';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

interface Props {
  readonly title: string;
  /** What the button says and does. */
  readonly act: string;
  /** Does it. Throws ApiProblem. */
  readonly onSave: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Something that is done only with its reason. */
export function ReasonForm({ title, act, onSave, onClose }: Props) {
  const [reason, setReason] = useState('');
  const save = useAction(onSave);
  return (
    <Card title={title}>
      <TextField
        label="原因"
        value={reason}
        onChange={setReason}
        maxCharacters={WORDS_MAX_CHARACTERS}
        mistake={save.problem?.errors[0]?.message}
      />
      <ProblemNote problem={save.problem} />
      <Ways>
        <ActionButton onPress={onClose}>先不办</ActionButton>
        <ActionButton filled onPress={() => save.run(reason)}>
          {save.busy ? '正在办…' : act}
        </ActionButton>
      </Ways>
    </Card>
  );
}
