import type { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import { bookingDeskContract } from '@xiangyue/shared/features/legal/booking-desk.contract';
import { PROMISE_MAX_CHARACTERS } from '@xiangyue/shared/features/legal/booking-life.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { DateField } from '@/ui/date-field';
import { FormCard } from '@/ui/form-card';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { Toggle } from '@/ui/toggle';

interface Props {
  readonly booking: OutputOf<typeof bookingContract.find>;
  readonly onMoved: () => void;
  readonly onClose: () => void;
}

const MINUTE_CHARACTERS = 3;
/** A promise is kept within a fortnight where nobody says otherwise. */
const USUAL_DAYS = 14;

/** What came of a meeting; and where something was promised, what and by when. */
export function OutcomeForm({ booking: { id, revision, startsAt, endsAt }, onMoved, onClose }: Props) {
  const [minutes, setMinutes] = useState(String((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000));
  const [words, setWords] = useState('');
  const [promises, setPromises] = useState(false);
  const [promise, setPromise] = useState('');
  const [dueOn, setDueOn] = useState(daysAfter(localDateOf(Date.now()), USUAL_DAYS));
  const finish = useAction(async () => {
    await api(bookingDeskContract.finish, {
      bookingId: id,
      revision,
      minutes: Number(minutes),
      words,
      promise: promises ? { words: promise, dueOn } : null,
    });
    onMoved();
  });
  const isReady = words.trim() !== '' && minutes !== '' && (!promises || promise.trim() !== '');
  return (
    <FormCard
      title="这次谈得怎么样？"
      of={finish}
      beside={['words', 'minutes', 'promise.words', 'promise.dueOn']}
      act="记下来，办完了"
      acting="正在记…"
      onAct={isReady ? () => finish.run() : undefined}
      leave="先不记"
      onLeave={onClose}
    >
      <TextArea
        id="outcome-words"
        label="说了什么（来的人看得到）"
        value={words}
        onChange={setWords}
        maxCharacters={PROMISE_MAX_CHARACTERS}
        mistake={finish.problem?.mistakeAt('words')}
      />
      <TextField
        label="谈了多少分钟"
        value={minutes}
        onChange={setMinutes}
        maxCharacters={MINUTE_CHARACTERS}
        numeric
        mistake={finish.problem?.mistakeAt('minutes')}
      />
      <Toggle
        title="答应了还要办的事"
        note="写明办什么、哪天前办好；办好了再来写一句。"
        on={promises}
        onChange={setPromises}
      />
      {promises && (
        <>
          <TextArea
            id="outcome-promise"
            label="答应办什么"
            value={promise}
            onChange={setPromise}
            maxCharacters={PROMISE_MAX_CHARACTERS}
            mistake={finish.problem?.mistakeAt('promise.words')}
          />
          <DateField
            label="哪天前办好"
            value={dueOn}
            onChange={setDueOn}
            mistake={finish.problem?.mistakeAt('promise.dueOn')}
          />
        </>
      )}
    </FormCard>
  );
}
