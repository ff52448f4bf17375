import { BOOKING_STATES, type BookingState } from '@xiangyue/shared/features/legal/booking-life.rules';
import { Tag } from '@/ui/tag';

const TONES: Readonly<Record<BookingState, 'indigo' | 'ochre' | 'tea' | 'madder'>> = {
  requested: 'ochre',
  confirmed: 'indigo',
  held: 'indigo',
  done: 'tea',
  noShow: 'madder',
  cancelled: 'ochre',
};

/** How a booking stands. */
export function BookingTag({ state }: { readonly state: BookingState }) {
  return <Tag tone={TONES[state]}>{BOOKING_STATES[state]}</Tag>;
}
