import { adviserContract } from '@xiangyue/shared/features/legal/adviser.contract';
import type { YearTarget } from '@xiangyue/shared/features/legal/service-log.rules';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { TextField } from '@/ui/text-field';

interface Props {
  readonly villageId: string;
  readonly target: YearTarget;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

const NUMBER_CHARACTERS = 4;

/** What the town asks of a year, for this village; what is left empty is not asked. */
export function TargetForm({ villageId, target, onSaved, onClose }: Props) {
  const [hours, setHours] = useState(target.hours === null ? '' : String(target.hours));
  const [visits, setVisits] = useState(target.visits === null ? '' : String(target.visits));
  const [lectures, setLectures] = useState(target.lectures === null ? '' : String(target.lectures));
  const orNull = (typed: string) => (typed === '' ? null : Number(typed));
  const save = useAction(async () => {
    const asked = { hours: orNull(hours), visits: orNull(visits), lectures: orNull(lectures) };
    await api(adviserContract.setTarget, { villageId, ...asked });
    onSaved();
  });
  const field = (label: string, path: string, value: string, onChange: (value: string) => void) => (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      maxCharacters={NUMBER_CHARACTERS}
      numeric
      mistake={save.problem?.mistakeAt(path)}
    />
  );
  return (
    <FormCard
      title="一年的要求（不写就是没有要求）"
      of={save}
      beside={['hours', 'visits', 'lectures']}
      act="保存要求"
      acting="正在保存…"
      onAct={() => save.run()}
      leave="不改了"
      onLeave={onClose}
    >
      {field('服务多少小时', 'hours', hours, setHours)}
      {field('到村多少天', 'visits', visits, setVisits)}
      {field('讲座多少次', 'lectures', lectures, setLectures)}
    </FormCard>
  );
}
