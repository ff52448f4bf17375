import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { daysBetween, localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { Ways } from '@/ui/ways';
import './office-line.scss';

type Grant = OutputOf<typeof identityContract.grants>['grants'][number];

/** From here on somebody should think of who comes next. */
const SOON_DAYS = 60;

interface Props {
  readonly grant: Grant;
  readonly onRevoked: () => void;
}

/** One office: who, what, where, until when. Whoever may take it back opens the line to do so. */
export function OfficeLine({ grant, onRevoked }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const { personName, roleName, regionName, endsOn, revocable } = grant;
  const name = personName ?? '没有填姓名';
  const days = daysBetween(localDateOf(Date.now()), endsOn);
  const revoke = useAction(async () => {
    await api(identityContract.revoke, { regionId: grant.regionId, grantId: grant.id });
    onRevoked();
  });

  return (
    <View className="office-line">
      <Row
        title={name}
        note={`${regionName} ${roleName}`}
        aside={
          <>
            {days <= SOON_DAYS && <Tag tone="ochre">{`还剩 ${days} 天`}</Tag>}
            <View>到{sayDate(endsOn)}</View>
          </>
        }
        onPress={revocable ? () => setIsOpen(!isOpen) : undefined}
      />
      {isOpen && (
        <View className="office-line__revoke">
          <Prose>
            免去以后，{name}马上不能再以{regionName}
            {roleName}的身份办事。他会收到消息，这件事也会记在任职记录里。
          </Prose>
          <Ways>
            <ActionButton onPress={() => setIsOpen(false)}>不免去</ActionButton>
            <ActionButton onPress={revoke.run}>{revoke.busy ? '正在免去…' : '免去职务'}</ActionButton>
          </Ways>
          <ProblemNote problem={revoke.problem} />
        </View>
      )}
    </View>
  );
}
