import { pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import { api } from '@/platform/api';
import { ActionButton } from '@/ui/action-button';
import { Ways } from '@/ui/ways';
import { type Asked, ClaimForm } from './claim-form';

interface Props {
  readonly villageId: string;
  readonly chosen: ReadonlySet<string>;
  readonly onDone: (said: string) => void;
  readonly onBack: () => void;
}

/** What all of them did. */
export function BulkForm({ villageId, chosen, onDone, onBack }: Props) {
  async function send({ photoIds: _none, ...asked }: Asked, itemTitle: string) {
    const input = { villageId, householdIds: [...chosen], ...asked };
    const { entered, capped } = await api(pointsDesksContract.enterMany, input);
    const left = capped.length > 0 ? `这一项已经封顶的没有报：${capped.join('、')} 号。` : '';
    onDone(`${itemTitle}，${entered} 户。村里评议以后公示。${left}`);
  }
  return (
    <>
      <ClaimForm villageId={villageId} whose={`这 ${chosen.size} 户`} onSend={send} isWithoutPhotos />
      <Ways>
        <ActionButton onPress={onBack}>回去再选户</ActionButton>
      </Ways>
    </>
  );
}
