import type { delegationsContract } from '@xiangyue/shared/features/delegations/delegations.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { sayWho, whyOver } from '../say-delegation';

export type Delegation = OutputOf<typeof delegationsContract.mine>['delegations'][number];

/** One 代办 in a list: who for whom, and until when. */
export function DelegationRow({ delegation }: { readonly delegation: Delegation }) {
  const { id, isRunning, endsOn } = delegation;
  return (
    <Row
      icon="people"
      title={sayWho(delegation)}
      note={isRunning ? `到${sayDate(endsOn)}` : whyOver(delegation)}
      aside={<Tag tone={isRunning ? 'tea' : 'ochre'}>{isRunning ? '有效' : '停了'}</Tag>}
      onPress={() => open(paths.delegation(id))}
    />
  );
}
