import type { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import { bookingDeskContract } from '@xiangyue/shared/features/legal/booking-desk.contract';
import { PROMISE_MAX_CHARACTERS } from '@xiangyue/shared/features/legal/booking-life.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { TextArea } from '@/ui/text-area';

interface Props {
  readonly booking: OutputOf<typeof bookingContract.find>;
  readonly onMoved: () => void;
  readonly onClose: () => void;
}

/** What was promised is done: whoever came is told how. */
export function KeepForm({ booking: { id, revision }, onMoved, onClose }: Props) {
  const [words, setWords] = useState('');
  const keep = useAction(async () => {
    await api(bookingDeskContract.keep, { bookingId: id, revision, words });
    onMoved();
  });
  return (
    <FormCard
      title="答应的事办好了"
      of={keep}
      beside={['words']}
      act="告诉他办好了"
      acting="正在告诉他…"
      onAct={words.trim() === '' ? undefined : () => keep.run()}
      leave="还没有"
      onLeave={onClose}
    >
      <TextArea
        id="keep-words"
        label="怎么办好的（来的人看得到）"
        value={words}
        onChange={setWords}
        maxCharacters={PROMISE_MAX_CHARACTERS}
        mistake={keep.problem?.mistakeAt('words')}
      />
    </FormCard>
  );
}
