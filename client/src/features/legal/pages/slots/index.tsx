import { useRouter } from '@tarojs/taro';
import { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import { HOST_KINDS } from '@xiangyue/shared/features/legal/booking-life.rules';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { BookingForm } from '../../components/booking-form';
import { RescheduleForm } from '../../components/reschedule-form';
import { SlotPicker } from '../../components/slot-picker';

/** 预约时间: a day, a time, and what it is about; for a booking that is put off, only the day and the time. */
export default function Slots() {
  const { hostId = '', bookingId } = useRouter().params;
  const offered = useApi(bookingContract.slots, { hostId }, { asksAnew: true, keep: false });
  const [startsAt, setStartsAt] = useState<string>();
  const slot = offered.data?.slots.find((one) => one.startsAt === startsAt && one.isFree);
  return (
    <Page title="预约时间" shows={[offered]}>
      <Result of={offered}>
        {(host) => (
          <>
            <PageHead
              title={bookingId ? '改到什么时间？' : `约${host.name}`}
              note={`${HOST_KINDS[host.kind]}，${host.post}`}
            />
            <SlotPicker host={host} chosen={startsAt} onChoose={setStartsAt} />
            {slot && (
              <SignedIn title="先登录" why="登录以后，才知道是谁约的。">
                {bookingId ? (
                  <RescheduleForm bookingId={bookingId} slot={slot} onRefused={offered.retry} />
                ) : (
                  <BookingForm key={slot.startsAt} host={host} slot={slot} onRefused={offered.retry} />
                )}
              </SignedIn>
            )}
          </>
        )}
      </Result>
    </Page>
  );
}
