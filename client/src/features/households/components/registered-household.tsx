import { LEAVING_NAMES, RELATION_NAMES, RESIDENCE_NAMES } from '@xiangyue/shared/features/households/household';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate, sayDay } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/card';
import { PageHead } from '@/ui/page-head';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { HouseholdWays } from './household-ways';
import { KinOfHousehold } from './kin-of-household';
import { MemberForm } from './member-form';

export type Registered = OutputOf<typeof registerContract.household>;

interface Props {
  readonly household: Registered;
  readonly onChanged: () => void;
}

/** One household as those who keep the register see it. */
export function RegisteredHousehold({ household, onChanged }: Props) {
  const { id, villageName, groupName, courtyardName, number, door, state, members, mayKeep } = household;
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <PageHead
        title={`${groupName} ${number} 号`}
        note={[villageName, door || courtyardName, state === 'dissolved' && '已注销'].filter(Boolean).join('，')}
      />
      <Card title={`${members.length} 口人`} flush>
        {members.map((member) => (
          <Row
            key={member.id}
            title={member.name}
            note={noteOf(member)}
            aside={member.boundAt ? <Tag tone="tea">已绑定</Tag> : undefined}
            onPress={() => open(paths.registeredMember(id, member.id))}
          />
        ))}
        {mayKeep && state === 'active' && !isAdding && (
          <Row icon="people" title="添一个人" note="出生、嫁娶或以前漏登的" onPress={() => setIsAdding(true)} />
        )}
      </Card>
      {isAdding && (
        <MemberForm
          title="添一个人"
          onSave={async (fields) => {
            await api(registerContract.addMember, { householdId: id, ...fields });
            setIsAdding(false);
            onChanged();
          }}
          onClose={() => setIsAdding(false)}
        />
      )}
      <HouseholdWays household={household} onChanged={onChanged} />
      <KinOfHousehold household={household} onChanged={onChanged} />
      <Past household={household} />
    </>
  );
}

function noteOf({ relation, birthDate, residence }: Registered['members'][number]): string {
  const parts = [RELATION_NAMES[relation], birthDate && `${sayDate(birthDate)}生`, RESIDENCE_NAMES[residence]];
  return parts.filter(Boolean).join('，');
}

/** Who has left, and what was done by whom. */
function Past({ household: { formerMembers, history } }: { readonly household: Registered }) {
  return (
    <>
      {formerMembers.length > 0 && (
        <Card title="以前的成员" flush>
          {formerMembers.map(({ id, name, reason, on, isUnderway }) => (
            <Row
              key={`${id} ${on}`}
              title={name}
              note={`${sayDate(on)}，${LEAVING_NAMES[reason]}`}
              aside={isUnderway ? <Tag tone="ochre">正在迁</Tag> : undefined}
            />
          ))}
        </Card>
      )}
      <Card title="办过的事" flush>
        {history.map(({ at, byName, what, memberName, isDelegated, words }) => (
          <Row
            key={`${at} ${what} ${memberName}`}
            title={[memberName, what].filter(Boolean).join(' ')}
            note={[sayDay(Date.parse(at)), isDelegated ? `${byName}代${memberName}办` : byName, words]
              .filter(Boolean)
              .join('，')}
          />
        ))}
      </Card>
    </>
  );
}
