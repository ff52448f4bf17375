import { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import { bookingDeskContract } from '@xiangyue/shared/features/legal/booking-desk.contract';
import {
  BOOKING_MOVES,
  type BookingMove,
  WHY_MAX_CHARACTERS,
} from '@xiangyue/shared/features/legal/booking-life.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { open } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { ProblemNote } from '@/ui/problem-note';
import { TextArea } from '@/ui/text-area';
import { Ways } from '@/ui/ways';
import { KeepForm } from './keep-form';
import { OutcomeForm } from './outcome-form';

interface Props {
  readonly booking: OutputOf<typeof bookingContract.find>;
  readonly onMoved: () => void;
}

/** Moves that say all by themselves. */
const STEPS = {
  confirm: bookingDeskContract.confirm,
  begin: bookingDeskContract.begin,
  miss: bookingDeskContract.miss,
  appear: bookingDeskContract.appear,
  reopen: bookingContract.reopen,
} as const;
type Step = keyof typeof STEPS;
const isStep = (move: BookingMove): move is Step => move in STEPS;

/** The one that most likely comes next is the filled button. */
const FILLED: readonly BookingMove[] = ['confirm', 'begin', 'finish', 'appear'];

/** What the reader can do with the booking now. */
export function BookingMoves({ booking, onMoved }: Props) {
  const { id: bookingId, hostId, revision, moves, outcome, as } = booking;
  const [doing, setDoing] = useState<'cancel' | 'finish' | 'keep'>();
  const step = useAction(async (move: Step) => {
    try {
      await api(STEPS[move], { bookingId, revision });
    } finally {
      onMoved();
    }
  });
  const close = () => setDoing(undefined);
  const mayKeep = as === 'host' && outcome?.promise && !outcome.kept;
  if (doing === 'cancel') return <CancelForm booking={booking} onMoved={onMoved} onClose={close} />;
  if (doing === 'finish') return <OutcomeForm booking={booking} onMoved={onMoved} onClose={close} />;
  if (doing === 'keep') return <KeepForm booking={booking} onMoved={onMoved} onClose={close} />;
  if (moves.length === 0 && !mayKeep) return null;

  function start(move: BookingMove) {
    if (move === 'cancel' || move === 'finish') setDoing(move);
    else if (move === 'reschedule') open(paths.slots(hostId, bookingId));
    else if (isStep(move)) step.run(move);
  }
  const filled = moves.find((move) => FILLED.includes(move));
  return (
    <Card>
      <ProblemNote problem={step.problem} />
      <Ways stacked={moves.length > 2}>
        {moves.map((move) => (
          <ActionButton key={move} filled={move === filled} onPress={() => start(move)}>
            {BOOKING_MOVES[move].name}
          </ActionButton>
        ))}
        {mayKeep && (
          <ActionButton filled onPress={() => setDoing('keep')}>
            答应的事办好了
          </ActionButton>
        )}
      </Ways>
    </Card>
  );
}

function CancelForm({ booking: { id, revision, as }, onMoved, onClose }: Props & { readonly onClose: () => void }) {
  const [why, setWhy] = useState('');
  const cancel = useAction(async () => {
    await api(bookingContract.cancel, { bookingId: id, revision, why });
    onMoved();
  });
  return (
    <FormCard
      title="取消这次预约？"
      of={cancel}
      beside={['why']}
      act="取消预约"
      acting="正在取消…"
      onAct={why.trim() === '' ? undefined : () => cancel.run()}
      leave="先不取消"
      onLeave={onClose}
    >
      <TextArea
        id="booking-why"
        label={as === 'host' ? '为什么？来的人看得到' : '为什么？接待的人看得到'}
        value={why}
        onChange={setWhy}
        maxCharacters={WHY_MAX_CHARACTERS}
        mistake={cancel.problem?.mistakeAt('why')}
      />
    </FormCard>
  );
}
