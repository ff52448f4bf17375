import { LEAVING_NAMES, type Leaving } from '@xiangyue/shared/features/households/household';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { useAction } from '@/platform/use-action';
import { DateField } from '@/ui/date-field';
import { FormCard } from '@/ui/form-card';
import { optionsOf, Segmented } from '@/ui/segmented';

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
    <FormCard
      title="离开这一户"
      of={save}
      beside={['on']}
      act="办理离开"
      acting="正在办…"
      onAct={reason && (() => save.run({ reason, on }))}
      leave="先不办"
      onLeave={onClose}
    >
      <Segmented labelled label="为什么" options={optionsOf(REASONS)} value={reason} onChange={setReason} />
      <DateField label="哪一天" value={on} onChange={setOn} mistake={save.problem?.mistakeAt('on')} />
    </FormCard>
  );
}
