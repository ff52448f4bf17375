import type { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { daysBetween, localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';

type Grant = OutputOf<typeof identityContract.grants>['grants'][number];

/** From here on somebody should think of who comes next. */
const SOON_DAYS = 60;

/** One office: who, what, where, until when. */
export function OfficeLine({ grant: { personName, roleName, regionName, endsOn } }: { readonly grant: Grant }) {
  const days = daysBetween(localDateOf(Date.now()), endsOn);
  return (
    <Row
      title={personName ?? '没有填姓名'}
      note={`${regionName} ${roleName}，任期到${sayDate(endsOn)}`}
      aside={days <= SOON_DAYS ? <Tag tone="ochre">{`还剩 ${days} 天`}</Tag> : `还剩 ${days} 天`}
    />
  );
}
