import { LEAVING_NAMES, type Leaving } from '@xiangyue/shared/features/households/household';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Choice, optionsOf } from '@/ui/choice';
import { ProblemNote } from '@/ui/problem-note';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

const DATE_CHARACTERS = 10;
const { moved: _moved, ...REASONS } = LEAVING_NAMES;

interface Props {
  /** Enters it. Throws ApiProblem. */
  readonly onSave: (fields: { reason: Exclude<Leaving, 'moved'>; on: string }) => Promise<void>;
  readonly onClose: () => void;
}

/** Why and when somebody is no longer of the household. */
export function LeaveForm({ onSave, onClose }: Props) {
  const [reason, setReason] = useState<Exclude<Leaving, 'moved'>>();
  const [on, setOn] = useState(localDateOf(Date.now()));
  const save = useAction(onSave);
  return (
    <Card title="离开这一户">
      <Choice label="为什么" options={optionsOf(REASONS)} value={reason} onChange={setReason} />
      <TextField
        label="哪一天"
        value={on}
        onChange={setOn}
        maxCharacters={DATE_CHARACTERS}
        mistake={save.problem?.errors[0]?.message}
      />
      <ProblemNote problem={save.problem} />
      <Ways>
        <ActionButton onPress={onClose}>先不办</ActionButton>
        {reason !== undefined && (
          <ActionButton filled onPress={() => save.run({ reason, on })}>
            {save.busy ? '正在办…' : '办理离开'}
          </ActionButton>
        )}
      </Ways>
    </Card>
  );
}
