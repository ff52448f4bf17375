import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { type ReactNode, useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { openInstead } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { Row } from '@/ui/row';
import type { Registered } from './registered-household';
import { SiteForm } from './site-form';
import { SplitForm } from './split-form';

interface Props {
  readonly household: Registered;
  readonly onChanged: () => void;
}

type Doing = 'site' | 'split' | 'card';

/** What whoever keeps the register can do with a household as a whole. */
export function HouseholdWays({ household, onChanged }: Props) {
  const [doing, setDoing] = useState<Doing>();
  if (!household.mayKeep || household.state !== 'active') return null;
  const { id: householdId, members, cardIssuedOn } = household;
  const close = () => setDoing(undefined);
  const done = () => {
    close();
    onChanged();
  };
  const forms: Readonly<Record<Doing, ReactNode>> = {
    site: <SiteForm household={household} onSaved={done} onClose={close} />,
    split: (
      <SplitForm
        household={household}
        onSave={async (fields) => {
          const { id } = await api(registerContract.split, { householdId, ...fields });
          openInstead(paths.registered(id));
        }}
        onClose={close}
      />
    ),
    card: <RenewCard householdId={householdId} onRenewed={done} onClose={close} />,
  };
  if (doing) return forms[doing];
  return (
    <Card flush>
      <Row icon="place" title="更正户号和住处" note="户号、门牌、组和院落" onPress={() => setDoing('site')} />
      {members.length > 1 && (
        <Row icon="share" title="分户" note="家里几个人另立一户，户主除外" onPress={() => setDoing('split')} />
      )}
      <Row
        icon="history"
        title="换一张新户卡"
        note={`现在这张是${sayDate(cardIssuedOn)}发的`}
        onPress={() => setDoing('card')}
      />
    </Card>
  );
}

function RenewCard({
  householdId,
  onRenewed,
  onClose,
}: {
  readonly householdId: string;
  readonly onRenewed: () => void;
  readonly onClose: () => void;
}) {
  const renew = useAction(async () => {
    await api(registerContract.renewCard, { householdId });
    onRenewed();
  });
  return (
    <FormCard
      title="换一张新户卡？"
      of={renew}
      act="换新卡，旧卡作废"
      acting="正在换…"
      onAct={renew.run}
      leave="先不换"
      onLeave={onClose}
    >
      <Prose>换了以后旧卡马上作废，要重新打印一张给这家。</Prose>
    </FormCard>
  );
}
