import { useRouter } from '@tarojs/taro';
import { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import { BOOKING_MOVES, HOST_KINDS, MATTERS } from '@xiangyue/shared/features/legal/booking-life.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate, sayMoment } from '@xiangyue/shared/kernel/time';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { PhotoRow } from '@/ui/photo-row';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { Tag } from '@/ui/tag';
import { BookingMoves } from '../../components/booking-moves';
import { BookingTag } from '../../components/booking-tag';
import { sayTime, sayWay } from '../../say-booking';

export type BookingDetail = OutputOf<typeof bookingContract.find>;

/** One booking, for whoever booked and whoever receives; nobody else gets this far. */
export default function Booking() {
  const { bookingId = '' } = useRouter().params;
  const booking = useApi(bookingContract.find, { bookingId }, { isRecorded: true, asksAnew: true });
  useShownAgain(booking.retry);
  return (
    <Page title="预约" shows={[booking]}>
      <SignedIn why="登录以后，才看得到这次预约。">
        <Result of={booking}>
          {(one) => (
            <>
              <PageHead title={sayTime(one)} note={`${HOST_KINDS[one.hostKind]}${one.hostName}，${one.villageName}`} />
              <Facts booking={one} />
              <Outcome booking={one} />
              <BookingMoves key={one.revision} booking={one} onMoved={booking.retry} />
              <History booking={one} />
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}

function Facts({ booking }: { readonly booking: BookingDetail }) {
  const { way, place, matterKind, matter, visitorName, phone, photos, state, videoLink, as } = booking;
  return (
    <Card title={MATTERS[matterKind]} aside={<BookingTag state={state} />}>
      {matter !== '' && <Prose>{matter}</Prose>}
      {as === 'host' && <Prose>来的人：{visitorName}</Prose>}
      <Prose>{sayWay(way, place)}</Prose>
      {videoLink !== '' && <Prose>到时间在浏览器里打开：{videoLink}</Prose>}
      {phone !== null && <Prose>留的电话：{phone}</Prose>}
      <PhotoRow photos={photos} />
    </Card>
  );
}

/** What was said, and what is still to be done by whom. */
function Outcome({ booking: { outcome, hostName } }: { readonly booking: BookingDetail }) {
  if (!outcome) return null;
  const { words, promise, kept } = outcome;
  return (
    <Card
      title={promise ? '答应的事' : '谈了什么'}
      aside={promise && (kept ? <Tag tone="tea">办好了</Tag> : <Tag tone="ochre">还在办</Tag>)}
    >
      {words !== '' && <Prose>{words}</Prose>}
      {promise && (
        <Prose>
          {hostName}答应：{promise.words}，{sayDate(promise.dueOn)}前办好。
        </Prose>
      )}
      {kept && (
        <Prose>
          {sayMoment(Date.parse(kept.at), Date.now())}：{kept.words}
        </Prose>
      )}
    </Card>
  );
}

function History({ booking: { history } }: { readonly booking: BookingDetail }) {
  const sayMove = (move: BookingDetail['history'][number]['move']) =>
    move === 'book' ? '预约' : move === 'keep' ? '答应的事办好了' : BOOKING_MOVES[move].name;
  return (
    <Card flush title="经过">
      {history.map(({ move, byName, at, why }) => (
        <Row
          key={at + move}
          title={sayMove(move)}
          note={`${byName}，${sayMoment(Date.parse(at), Date.now())}${why === null ? '' : `，${why}`}`}
        />
      ))}
    </Card>
  );
}
