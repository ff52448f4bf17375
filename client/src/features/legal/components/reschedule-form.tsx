import { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { sayTime } from '../say-booking';
import type { OfferedSlot } from './slot-picker';

interface Props {
  readonly bookingId: string;
  readonly slot: OfferedSlot;
  readonly onRefused: () => void;
}

/** Puts a booking to the chosen time; the old one is free in the same moment. */
export function RescheduleForm({ bookingId, slot, onRefused }: Props) {
  const booking = useApi(bookingContract.find, { bookingId }, { keep: false, isRecorded: true });
  const move = useAction(async (revision: number) => {
    try {
      await api(bookingContract.reschedule, { bookingId, revision, startsAt: slot.startsAt });
      backOr(paths.booking(bookingId));
    } catch (failure) {
      onRefused();
      throw failure;
    }
  });
  return (
    <Result of={booking}>
      {(old) => (
        <FormCard
          title={`改到 ${sayTime(slot)}`}
          of={move}
          act="改到这个时间"
          acting="正在改…"
          onAct={() => move.run(old.revision)}
          leave="不改了"
          onLeave={() => backOr(paths.booking(bookingId))}
        >
          <Prose>原来是 {sayTime(old)}，改了就让给别人。</Prose>
        </FormCard>
      )}
    </Result>
  );
}
