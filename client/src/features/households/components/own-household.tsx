import { RELATION_NAMES, RESIDENCE_NAMES } from '@xiangyue/shared/features/households/household';
import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { open } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { Prose } from '@/ui/prose';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { HandOnHead } from './hand-on-head';
import { KinCard } from './kin-card';

export type Own = NonNullable<OutputOf<typeof householdsContract.mine>['household']>;

interface Props {
  readonly household: Own;
  readonly onChanged: () => void;
}

/** The household that one belongs to. */
export function OwnHousehold({ household, onChanged }: Props) {
  const { villageName, groupName, courtyardName, number, door, members, amHead, cardIssuedOn } = household;
  const [isLeaving, setIsLeaving] = useState(false);
  const [isHandingOn, setIsHandingOn] = useState(false);
  const me = members.find(({ isMe }) => isMe);
  return (
    <>
      <Card title={`${villageName}${groupName} ${number} 号`}>
        <Prose>{door || courtyardName}</Prose>
        <Prose>户卡是{sayDate(cardIssuedOn)}发的。丢了或被别人看到编码，请组长或网格员换一张。</Prose>
      </Card>
      <Card title={`家里 ${members.length} 口人`} flush>
        {members.map((member) => (
          <Row
            key={member.id}
            title={member.name}
            note={`${RELATION_NAMES[member.relation]}，${RESIDENCE_NAMES[member.residence]}`}
            aside={boundTag(member)}
          />
        ))}
      </Card>
      <KinCard household={household} onChanged={onChanged} />
      <Card flush>
        {me?.phoneMasked && <Row icon="phone" title="登记的手机号" note={me.phoneMasked} />}
        {members.some(({ isMe, isBound }) => !isMe && !isBound) && (
          <Row
            icon="check"
            title="替家里人办事"
            note="老人不用手机，征得他同意，替他办"
            onPress={() => open(paths.beginDelegation())}
          />
        )}
        {amHead && members.length > 1 && (
          <Row icon="people" title="换户主" note="让家里另一个人当户主" onPress={() => setIsHandingOn(true)} />
        )}
        <Row icon="close" title="解除绑定" note="这个微信不再代表您家" onPress={() => setIsLeaving(true)} />
      </Card>
      {isHandingOn && <HandOnHead household={household} onDone={onChanged} onClose={() => setIsHandingOn(false)} />}
      {isLeaving && <Unbind onDone={onChanged} onStay={() => setIsLeaving(false)} />}
    </>
  );
}

function boundTag({ isMe, isBound }: Own['members'][number]) {
  if (isMe) return <Tag tone="indigo">我</Tag>;
  return isBound ? <Tag tone="tea">已绑定</Tag> : undefined;
}

function Unbind({ onDone, onStay }: { readonly onDone: () => void; readonly onStay: () => void }) {
  const unbind = useAction(async () => {
    await api(householdsContract.unbindMe, {});
    onDone();
  });
  return (
    <FormCard
      title="要解除绑定吗？"
      of={unbind}
      act="解除绑定"
      acting="正在解除…"
      onAct={unbind.run}
      leave="先不解除"
      onLeave={onStay}
    >
      <Prose>您家的登记不变，只是这个微信看不到了。以后用户卡可以再绑定。</Prose>
    </FormCard>
  );
}
