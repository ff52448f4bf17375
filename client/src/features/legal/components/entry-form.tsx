import { adviserContract, ENTRY_MAX_CHARACTERS } from '@xiangyue/shared/features/legal/adviser.contract';
import { LOG_KINDS, type LogKind } from '@xiangyue/shared/features/legal/service-log.rules';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { DateField } from '@/ui/date-field';
import { FormCard } from '@/ui/form-card';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { Toggle } from '@/ui/toggle';

interface Props {
  readonly villageId: string;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

const MINUTE_CHARACTERS = 4;

/** Something that the adviser did and that nothing else tells: a lecture, a way to the village. */
export function EntryForm({ villageId, onSaved, onClose }: Props) {
  const [kind, setKind] = useState<LogKind>('visit');
  const [on, setOn] = useState(localDateOf(Date.now()));
  const [minutes, setMinutes] = useState('60');
  const [onSite, setOnSite] = useState(true);
  const [words, setWords] = useState('');
  const save = useAction(async () => {
    await api(adviserContract.addEntry, { villageId, kind, on, minutes: Number(minutes), onSite, words });
    onSaved();
  });
  return (
    <FormCard
      title="记一条服务"
      of={save}
      beside={['on', 'minutes', 'words']}
      act="记下来"
      acting="正在记…"
      onAct={words.trim() === '' ? undefined : () => save.run()}
      leave="不记了"
      onLeave={onClose}
    >
      <Segmented labelled label="做了什么" options={optionsOf(LOG_KINDS)} value={kind} onChange={setKind} />
      <DateField label="哪一天" value={on} onChange={setOn} mistake={save.problem?.mistakeAt('on')} />
      <TextField
        label="多少分钟"
        value={minutes}
        onChange={setMinutes}
        maxCharacters={MINUTE_CHARACTERS}
        numeric
        mistake={save.problem?.mistakeAt('minutes')}
      />
      <Toggle title="在村里当面做的" note="同一天算到村一次" on={onSite} onChange={setOnSite} />
      <TextArea
        id="entry-words"
        label="一句话，不写是为谁做的"
        value={words}
        onChange={setWords}
        maxCharacters={ENTRY_MAX_CHARACTERS}
        mistake={save.problem?.mistakeAt('words')}
      />
    </FormCard>
  );
}
