import { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import { mondayOf } from '@xiangyue/shared/features/legal/slots.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useIsSignedIn } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Note } from '@/ui/note';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Segmented } from '@/ui/segmented';
import { TextButton } from '@/ui/text-button';
import { Ways } from '@/ui/ways';
import { sayDayOf, sayStart } from '../say-booking';

export type Offered = OutputOf<typeof bookingContract.slots>;
export type OfferedSlot = Offered['slots'][number];

interface Props {
  readonly host: Offered;
  /** The start of the chosen slot. */
  readonly chosen: string | undefined;
  readonly onChoose: (startsAt: string | undefined) => void;
}

/** Days that are shown before somebody wants to see further. */
const DAYS_SHOWN = 6;

/** A day first, then a time of it. */
export function SlotPicker({ host, chosen, onChoose }: Props) {
  const days = daysOf(host.slots);
  const [picked, setPicked] = useState<string>();
  const [showsAll, setShowsAll] = useState(false);
  const day = days.find(({ date }) => date === picked) ?? days.find(({ free }) => free.length > 0) ?? days[0];
  if (!day) return <Empty title="现在没有可以约的时间">他还没有排出时间。急事可以打 12348。</Empty>;
  const shown = showsAll ? days : days.slice(0, DAYS_SHOWN);
  return (
    <>
      <Card>
        <Segmented
          labelled
          label="哪一天"
          options={shown.map(({ date, said, free }) => ({
            value: date,
            text: free.length === 0 ? `${said} 约满` : said,
          }))}
          value={day.date}
          onChange={(date) => {
            setPicked(date);
            onChoose(undefined);
          }}
        />
        {shown.length < days.length && <TextButton onPress={() => setShowsAll(true)}>看后面的日子</TextButton>}
        {day.free.length > 0 ? (
          <Segmented
            labelled
            label="几点"
            options={day.free.map(({ startsAt }) => ({ value: startsAt, text: sayStart(startsAt) }))}
            value={chosen}
            onChange={onChoose}
          />
        ) : (
          <Prose>这一天约满了。</Prose>
        )}
        {day.taken > 0 && day.free.length > 0 && <Prose>另有 {day.taken} 个时间已有人约。</Prose>}
        {host.confirms && <Prose>约好以后，要等{host.name}确认。</Prose>}
      </Card>
      {host.fullWeeks.map((week) => (
        <FullWeek key={week} hostId={host.hostId} week={week} isPicked={mondayOf(day.date) === week} />
      ))}
    </>
  );
}

/** A week in which all is taken: somebody may wait for it, in the order in which they came. */
function FullWeek({
  hostId,
  week,
  isPicked,
}: {
  readonly hostId: string;
  readonly week: string;
  readonly isPicked: boolean;
}) {
  const isSignedIn = useIsSignedIn();
  const [waits, setWaits] = useState(false);
  const wait = useAction(async () => {
    await api(bookingContract.wait, { hostId, week });
    setWaits(true);
  });
  if (!isPicked) return null;
  if (waits)
    return (
      <Note tone="tea" title="排上了">
        这一周有人取消，就按先后告诉您。
      </Note>
    );
  return (
    <Card title={`${sayDate(week).slice(5)}那一周都约满了`}>
      <Prose>可以排队等：有人取消，按先后告诉您，您再来约。</Prose>
      <ProblemNote problem={wait.problem} />
      {isSignedIn && (
        <Ways>
          <ActionButton onPress={wait.run}>{wait.busy ? '正在排…' : '排队等空出来'}</ActionButton>
        </Ways>
      )}
    </Card>
  );
}

interface Day {
  readonly date: string;
  readonly said: string;
  readonly free: readonly OfferedSlot[];
  readonly taken: number;
}

function daysOf(slots: readonly OfferedSlot[]): Day[] {
  const dates = [...new Set(slots.map(({ startsAt }) => localDateOf(Date.parse(startsAt))))];
  return dates.map((date) => {
    const ofDay = slots.filter(({ startsAt }) => localDateOf(Date.parse(startsAt)) === date);
    const free = ofDay.filter(({ isFree }) => isFree);
    return { date, said: sayDayOf(ofDay[0]?.startsAt ?? ''), free, taken: ofDay.length - free.length };
  });
}
