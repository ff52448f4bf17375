import { bookingDeskContract } from '@xiangyue/shared/features/legal/booking-desk.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { daysAfter, localDateOf, sayDate, sayWeekday } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { Tag } from '@/ui/tag';
import { Ways } from '@/ui/ways';
import { BookingRows } from '../../components/booking-rows';

const WEEK_DAYS = 7;

/** 接待: who comes today and in the days after, what was promised, and the way to the hours. */
export default function Desk() {
  const [from, setFrom] = useState(() => localDateOf(Date.now()));
  const week = useApi(bookingDeskContract.week, { from }, { keep: false, isRecorded: true, asksAnew: true });
  const promises = useApi(bookingDeskContract.promises, {}, { keep: false, asksAnew: true });
  const hours = useApi(bookingDeskContract.hours, {}, { keep: false });
  useShownAgain(week.retry);
  const isThisWeek = from === localDateOf(Date.now());
  return (
    <Page title="接待" shows={[week]}>
      <PageHead
        title={isThisWeek ? '今天起七天' : `${sayDate(from).slice(5)}起七天`}
        note="谁来、什么时候、为什么事。看过谁约的，都有记录。"
      />
      <SignedIn why="登录以后，这里是约了您的人。">
        {isThisWeek && promises.data && promises.data.promises.length > 0 && (
          <Promises promises={promises.data.promises} />
        )}
        <Result of={week}>{({ bookings }) => <Days bookings={bookings} from={from} />}</Result>
        <Ways>
          <ActionButton onPress={() => setFrom(daysAfter(from, -WEEK_DAYS))}>前七天</ActionButton>
          <ActionButton onPress={() => setFrom(daysAfter(from, WEEK_DAYS))}>后七天</ActionButton>
        </Ways>
        <Card flush>
          <Row
            icon="desk"
            title="接待时间"
            note="每周哪几天、多长、怎么谈，休息和加的日子"
            onPress={() => open(paths.hours)}
          />
          {hours.data?.kind === 'adviser' && (
            <Row
              icon="me"
              title="我的介绍"
              note="律所、会说的话、照片，村民看得到"
              onPress={() => open(paths.adviserProfile)}
            />
          )}
        </Card>
      </SignedIn>
    </Page>
  );
}

type DeskBooking = OutputOf<typeof bookingDeskContract.week>['bookings'][number];

function Days({ bookings, from }: { readonly bookings: readonly DeskBooking[]; readonly from: string }) {
  const shown = bookings.filter(({ state }) => state !== 'cancelled');
  if (shown.length === 0) return <Empty title="这七天没有人约">有人约了，会收到消息。</Empty>;
  const days = Array.from({ length: WEEK_DAYS }, (_, i) => daysAfter(from, i));
  const today = localDateOf(Date.now());
  return (
    <>
      {days.map((date) => {
        const ofDay = shown.filter(({ startsAt }) => localDateOf(Date.parse(startsAt)) === date);
        if (ofDay.length === 0) return null;
        const said = date === today ? '今天' : `${sayDate(date).slice(5)} ${sayWeekday(date)}`;
        return <BookingRows key={date} title={said} bookings={ofDay} as="host" />;
      })}
    </>
  );
}

type OpenPromise = OutputOf<typeof bookingDeskContract.promises>['promises'][number];

/** What was promised and is not done, the first due first. */
function Promises({ promises }: { readonly promises: readonly OpenPromise[] }) {
  const today = localDateOf(Date.now());
  return (
    <Card flush title="答应了还没办的">
      {promises.map(({ id, words, dueOn, visitorName }) => (
        <Row
          key={id}
          title={words}
          note={`${visitorName}，${sayDate(dueOn).slice(5)}前`}
          aside={dueOn < today ? <Tag tone="madder">过期了</Tag> : undefined}
          onPress={() => open(paths.booking(id))}
        />
      ))}
    </Card>
  );
}
