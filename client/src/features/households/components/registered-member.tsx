import { GENDER_NAMES, RELATION_NAMES, RESIDENCE_NAMES } from '@xiangyue/shared/features/households/household';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { type ReactNode, useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { open } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { PageHead } from '@/ui/page-head';
import { ProblemNote } from '@/ui/problem-note';
import { Row } from '@/ui/row';
import { CorrectForm } from './correct-form';
import { KinForm } from './kin-form';
import { LeaveForm } from './leave-form';
import { MoveForm } from './move-form';
import { ReasonForm } from './reason-form';
import type { Registered } from './registered-household';

interface Props {
  readonly household: Registered;
  readonly member: Registered['members'][number];
  readonly onChanged: () => void;
}

type Doing = 'correct' | 'head' | 'leave' | 'move' | 'kin' | 'unbind';

/** One member of a household, for those who keep the register. */
export function RegisteredMember({ household, member, onChanged }: Props) {
  const [doing, setDoing] = useState<Doing>();
  const { id: householdId, revision, villageId, headMemberId, mayKeep, mayHelp, state } = household;
  const target = { householdId, memberId: member.id };
  const close = () => setDoing(undefined);
  const doneWith = async (work: Promise<unknown>) => {
    await work;
    close();
    onChanged();
  };
  const isHead = member.id === headMemberId;
  const forms: Readonly<Record<Doing, ReactNode>> = {
    correct: (
      <CorrectForm
        member={member}
        onSave={(fields) => doneWith(api(registerContract.correctMember, { ...target, ...fields, revision }))}
        onClose={close}
      />
    ),
    head: (
      <HeadForm
        name={member.name}
        onSave={() => doneWith(api(registerContract.changeHead, { ...target, revision }))}
        onClose={close}
      />
    ),
    leave: (
      <LeaveForm onSave={(fields) => doneWith(api(registerContract.leave, { ...target, ...fields }))} onClose={close} />
    ),
    move: (
      <MoveForm
        villageId={villageId}
        onSave={(fields) => doneWith(api(registerContract.move, { ...target, ...fields }))}
        onClose={close}
      />
    ),
    kin: (
      <KinForm
        title={`登记${member.name}的亲戚`}
        villageId={villageId}
        onSave={(fields) => doneWith(api(registerContract.addKin, { ...target, ...fields }))}
        onClose={close}
      />
    ),
    unbind: (
      <ReasonForm
        title="解除微信绑定"
        act="解除绑定"
        onSave={(reason) => doneWith(api(registerContract.unbind, { ...target, reason }))}
        onClose={close}
      />
    ),
  };
  return (
    <>
      <PageHead
        title={member.name}
        note={`${household.groupName} ${household.number} 号，${RELATION_NAMES[member.relation]}`}
      />
      <Facts member={member} householdId={householdId} mayKeep={mayKeep} />
      {doing && forms[doing]}
      {state === 'active' && !doing && (
        <Card flush>
          {mayHelp && !member.boundAt && (
            <Row
              icon="check"
              title="替他办事"
              note="他没有手机，同意由您代办"
              onPress={() => open(paths.beginDelegation({ householdId, memberId: member.id, memberName: member.name }))}
            />
          )}
          {member.boundAt && (
            <Row icon="close" title="解除微信绑定" note="绑错了人，或本人要求" onPress={() => setDoing('unbind')} />
          )}
          {mayKeep && (
            <Row icon="me" title="更正登记" note="姓名、关系、号码、在家还是在外" onPress={() => setDoing('correct')} />
          )}
          {mayKeep && !isHead && (
            <Row icon="people" title="让他当户主" note="各人与户主的关系跟着改" onPress={() => setDoing('head')} />
          )}
          {mayKeep && (
            <>
              <Row icon="share" title="迁到另一户" note="嫁娶、投靠，微信绑定跟着走" onPress={() => setDoing('move')} />
              <Row icon="history" title="离开这一户" note="去世、迁出，或登记错了" onPress={() => setDoing('leave')} />
              <Row icon="check" title="登记亲戚" note="评议、调解时要回避的近亲" onPress={() => setDoing('kin')} />
            </>
          )}
        </Card>
      )}
    </>
  );
}

function Facts({
  member,
  householdId,
  mayKeep,
}: {
  readonly member: Props['member'];
  readonly householdId: string;
  readonly mayKeep: boolean;
}) {
  const [numbers, setNumbers] = useState<{ idNumber: string | null; phone: string | null }>();
  const reveal = useAction(async () => {
    setNumbers(await api(registerContract.numbers, { householdId, memberId: member.id }));
  });
  const lines: [string, string | null | undefined][] = [
    ['性别', member.gender && GENDER_NAMES[member.gender]],
    ['出生日期', member.birthDate && sayDate(member.birthDate)],
    ['常住', RESIDENCE_NAMES[member.residence]],
    ['身份证号', numbers?.idNumber ?? member.idNumberMasked],
    ['手机号', numbers?.phone ?? member.phoneMasked],
    ['微信', member.boundAt ? '已绑定' : '没有绑定'],
  ];
  return (
    <Card flush>
      {lines.map(([label, value]) => (
        <Row key={label} title={label} aside={value ?? '没有登记'} />
      ))}
      <ProblemNote problem={reveal.problem} />
      {mayKeep && !numbers && (member.idNumberMasked ?? member.phoneMasked) !== null && (
        <Row icon="search" title="看完整号码" note="看一次记一次，本人看得到" onPress={reveal.run} />
      )}
    </Card>
  );
}

function HeadForm({
  name,
  onSave,
  onClose,
}: {
  readonly name: string;
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const save = useAction(onSave);
  return (
    <FormCard
      title={`让${name}当户主？`}
      of={save}
      act="换户主"
      acting="正在换…"
      onAct={save.run}
      leave="先不换"
      onLeave={onClose}
    />
  );
}
