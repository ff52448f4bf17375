import { WORDS_MAX_CHARACTERS } from '@xiangyue/shared/features/households/household';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { TextField } from '@/ui/text-field';

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
    <FormCard
      title={title}
      of={save}
      beside={['reason']}
      act={act}
      acting="正在办…"
      onAct={() => save.run(reason)}
      leave="先不办"
      onLeave={onClose}
    >
      <TextField
        label="原因"
        value={reason}
        onChange={setReason}
        maxCharacters={WORDS_MAX_CHARACTERS}
        mistake={save.problem?.mistakeAt('reason')}
      />
    </FormCard>
  );
}
