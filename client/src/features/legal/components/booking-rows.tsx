import type { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import { HOST_KINDS, MATTERS } from '@xiangyue/shared/features/legal/booking-life.rules';
import { WAYS } from '@xiangyue/shared/features/legal/slots.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/card';
import { Row } from '@/ui/row';
import { sayTime } from '../say-booking';
import { BookingTag } from './booking-tag';

type Summary = OutputOf<typeof bookingContract.mine>['bookings'][number];

interface Props {
  readonly title?: string;
  readonly bookings: readonly Summary[];
  /** Who reads: whoever booked sees with whom, the host sees who comes. */
  readonly as: 'booker' | 'host';
}

/** Bookings, each leading to its page. */
export function BookingRows({ title, bookings, as }: Props) {
  return (
    <Card flush title={title}>
      {bookings.map((booking) => (
        <Row
          key={booking.id}
          title={sayTime(booking)}
          note={`${as === 'host' ? booking.visitorName : `${HOST_KINDS[booking.hostKind]}${booking.hostName}`}，${WAYS[booking.way]}，${MATTERS[booking.matterKind]}`}
          aside={<BookingTag state={booking.state} />}
          onPress={() => open(paths.booking(booking.id))}
        />
      ))}
    </Card>
  );
}
