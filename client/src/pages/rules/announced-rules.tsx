import { ruleConsultationContract } from '@xiangyue/shared/features/rules/consultation.contract';
import { isPeriodRunning, type RuleState, STATE_NAMES } from '@xiangyue/shared/features/rules/life.rules';
import { type LocalDate, localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';

/** Drafts that the village is asked about, or will vote on; nothing at all when there are none. */
export function AnnouncedRules({ villageId }: { readonly villageId: string }) {
  const announced = useApi(ruleConsultationContract.announced, { villageId });
  // An extra that fails is left out: what holds in the village matters more than what is planned.
  if (!announced.data || announced.data.documents.length === 0) return null;
  return (
    <Card title="正在商量的" flush>
      {announced.data.documents.map(({ id, title, state, until }) => (
        <Row
          key={id}
          title={title}
          note={sayState(state, until)}
          aside={<Tag tone="ochre">{STATE_NAMES[state]}</Tag>}
          onPress={() => open(paths.consultation(id))}
        />
      ))}
    </Card>
  );
}

function sayState(state: RuleState, until: LocalDate | null): string {
  const isOpen = state === 'comments' && until !== null && isPeriodRunning(until, localDateOf(Date.now()));
  return isOpen ? `意见收到 ${sayDate(until)}为止` : '看大家的意见和答复';
}
