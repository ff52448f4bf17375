import { useRouter } from '@tarojs/taro';
import { RELATION_NAMES } from '@xiangyue/shared/features/households/household';
import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { ConsentForm } from '../../components/consent-form';

const NOTE = '一年内有效。他本人、家里人和村里管这片的人，都看得到办了什么，随时可以停。';

/** 开始代办: for whom (asked only of the family; staff come from the villager's page), and how they agreed. */
export default function Begin() {
  const { householdId, memberId, memberName } = useRouter().params;
  const villager = memberId && { id: memberId, name: decodeURIComponent(memberName ?? '') };
  return (
    <Page title="开始代办">
      <PageHead title={villager ? `替${villager.name}办事` : '替家里人办事'} note={NOTE} />
      <SignedIn why="登录以后，才能替家里人办事。">
        {householdId && villager ? (
          <ConsentForm householdId={householdId} memberId={villager.id} memberName={villager.name} />
        ) : (
          <OfMyFamily />
        )}
      </SignedIn>
    </Page>
  );
}

function OfMyFamily() {
  const mine = useApi(householdsContract.mine, {});
  const [chosenId, choose] = useState<string>();
  return (
    <Result of={mine}>
      {({ household }) => {
        if (!household)
          return (
            <Empty
              title="您还没有绑定到户"
              action={<ActionButton onPress={() => open(paths.household)}>去绑定</ActionButton>}
            >
              绑定以后，才能替家里人办事。
            </Empty>
          );
        const without = household.members.filter(({ isMe, isBound }) => !isMe && !isBound);
        if (without.length === 0) return <Empty title="家里人都绑定了微信">他们在自己的手机上就能办。</Empty>;
        const chosen = without.find(({ id }) => id === chosenId);
        if (chosen) return <ConsentForm memberId={chosen.id} memberName={chosen.name} />;
        return (
          <Card title="替谁办？" flush>
            {without.map(({ id, name, relation }) => (
              <Row key={id} title={name} note={RELATION_NAMES[relation]} onPress={() => choose(id)} />
            ))}
          </Card>
        );
      }}
    </Result>
  );
}
