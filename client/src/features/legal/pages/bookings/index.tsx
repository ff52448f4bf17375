import { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { open } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { useShownAgain } from '@/platform/use-shown-again';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemNote } from '@/ui/problem-note';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { TextButton } from '@/ui/text-button';
import { BookingRows } from '../../components/booking-rows';

/** 我的预约: what is to come, what has been, and what I wait for. */
export default function Bookings() {
  const mine = useApi(bookingContract.mine, {}, { asksAnew: true });
  const later = usePages(bookingContract.mine, mine, ({ next }) => (next === null ? null : { before: next }));
  useShownAgain(mine.retry);
  const all = later.pages.flatMap(({ bookings }) => bookings);
  const isToCome = ({ endsAt, state }: (typeof all)[number]) =>
    Date.parse(endsAt) > Date.now() && state !== 'cancelled' && state !== 'done';
  const coming = all.filter(isToCome).reverse();
  const been = all.filter((booking) => !isToCome(booking));
  return (
    <Page title="我的预约" shows={[mine]}>
      <PageHead title="我的预约" />
      <SignedIn why="登录以后，这里是您约的时间。">
        <Result of={mine}>
          {({ waits }) => (
            <>
              {all.length === 0 && waits.length === 0 && (
                <Empty
                  title="还没有预约"
                  action={<ActionButton onPress={() => open(paths.advisers)}>找法律顾问</ActionButton>}
                />
              )}
              {coming.length > 0 && <BookingRows title="要来的" bookings={coming} as="booker" />}
              {waits.length > 0 && <Waits waits={waits} onChanged={mine.retry} />}
              {been.length > 0 && <BookingRows title="以前的" bookings={been} as="booker" />}
              <LoadMore of={later} words="看更早的" />
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}

type Wait = OutputOf<typeof bookingContract.mine>['waits'][number];

function Waits({ waits, onChanged }: { readonly waits: readonly Wait[]; readonly onChanged: () => void }) {
  const stop = useAction(async ({ hostId, week }: Wait) => {
    await api(bookingContract.stopWaiting, { hostId, week });
    onChanged();
  });
  return (
    <Card flush title="在排队等的">
      {waits.map((wait) => (
        <Row
          key={wait.hostId + wait.week}
          title={`${wait.hostName}，${sayDate(wait.week).slice(5)}那一周`}
          note={wait.toldAt === null ? '有空出来的，按先后告诉您' : '告诉过您了'}
          aside={<TextButton onPress={() => stop.run(wait)}>不等了</TextButton>}
        />
      ))}
      <ProblemNote problem={stop.problem} />
    </Card>
  );
}
