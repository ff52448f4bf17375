import type { pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import type { ApiResult } from '@/platform/use-api';
import { Empty } from '@/ui/empty';
import { Loading } from '@/ui/loading';
import { Note } from '@/ui/note';
import { Result } from '@/ui/result';
import { ReviewCard } from './review-card';

interface Props {
  readonly desk: ApiResult<OutputOf<typeof pointsDesksContract.reviews>>;
  readonly stage: 'group' | 'panel';
}

/** What waits at a desk, the oldest first; what somebody else has to decide stands last. */
export function ReviewDesk({ desk, stage }: Props) {
  return (
    <Result of={desk} loading={<Loading lines={6} />}>
      {({ claims, more }) =>
        claims.length === 0 ? (
          <Empty title="都看完了">有人申报，就会出现在这里。</Empty>
        ) : (
          <>
            {[...claims]
              .sort((a, b) => Number(a.conflict !== null) - Number(b.conflict !== null))
              .map((claim) => (
                <ReviewCard key={claim.id} claim={claim} stage={stage} onDone={desk.retry} />
              ))}
            {more && <Note tone="indigo">后面还有，办完这些再看。</Note>}
          </>
        )
      }
    </Result>
  );
}
