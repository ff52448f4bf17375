import { View } from '@tarojs/components';
import { MOVES, REVIEWER_NAMES } from '@xiangyue/shared/features/rules/life.rules';
import { BASE_NAMES, MEETINGS, OUTCOME_NAMES } from '@xiangyue/shared/features/rules/meeting.rules';
import { sayDate, sayDay } from '@xiangyue/shared/kernel/time';
import { Card } from '@/ui/card';
import { PhotoRow } from '@/ui/photo-row';
import { Row } from '@/ui/row';
import type { RuleWork } from '../use-desk';
import './work-history.scss';

/** What has been done with a document: reviews, meetings, and every move with who, when and why. */
export function WorkHistory({ rule }: { readonly rule: RuleWork }) {
  return (
    <>
      {rule.reviews.length > 0 && (
        <Card title="审核意见" flush>
          {rule.reviews.map((review) => (
            <Row
              key={review.as}
              title={`${REVIEWER_NAMES[review.as]}通过：${review.words}`}
              note={`${review.byName}，${sayDay(Date.parse(review.at))}`}
            />
          ))}
        </Card>
      )}
      {rule.meetings.length > 0 && (
        <Card title="会议" flush>
          {rule.meetings.map((meeting) => (
            <Row
              key={meeting.recordedAt}
              title={`${sayDate(meeting.heldOn)}${MEETINGS[meeting.kind].name}：${OUTCOME_NAMES[meeting.outcome]}`}
              note={
                <>
                  <View>{sayMeeting(meeting)}</View>
                  <PhotoRow photos={meeting.photos} />
                </>
              }
            />
          ))}
        </Card>
      )}
      {rule.history.length > 0 && (
        <Card title="经过" flush>
          {rule.history.map((entry) => (
            <Row
              key={entry.at + entry.move}
              title={MOVES[entry.move].name}
              note={
                <>
                  <View>
                    {entry.byName}，{sayDay(Date.parse(entry.at))}
                  </View>
                  {entry.why && <View className="work-history__why">{entry.why}</View>}
                </>
              }
            />
          ))}
        </Card>
      )}
    </>
  );
}

function sayMeeting(meeting: RuleWork['meetings'][number]): string {
  const left = meeting.excluded.map(({ reason, count }) => `，不计入 ${count} 人（${reason}）`).join('');
  return (
    `${BASE_NAMES[meeting.base]} ${meeting.registered} 人${left}；到会 ${meeting.present} 人，其中妇女 ${meeting.womenPresent} 人；` +
    `赞成 ${meeting.inFavour}，反对 ${meeting.against}，弃权 ${meeting.abstaining}`
  );
}
