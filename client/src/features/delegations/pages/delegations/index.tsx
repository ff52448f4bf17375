import { delegationsContract } from '@xiangyue/shared/features/delegations/delegations.contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { Ways } from '@/ui/ways';
import { type Delegation, DelegationRow } from '../../components/delegation-row';

/** 代办: for whom I act, and who acts for my household. */
export default function Delegations() {
  const mine = useApi(delegationsContract.mine, {}, { isRecorded: true });
  useShownAgain(mine.retry);
  return (
    <Page title="代办" shows={[mine]}>
      <PageHead title="替没有手机的人办事" note="他同意了，家里人或网格员才能替他办。办了什么都记着，随时可以停。" />
      <SignedIn why="登录以后，才能替家里人办事。">
        <Result of={mine}>{({ delegations }) => <Lists delegations={delegations} />}</Result>
      </SignedIn>
    </Page>
  );
}

function Lists({ delegations }: { readonly delegations: readonly Delegation[] }) {
  const begin = (
    <ActionButton filled onPress={() => open(paths.beginDelegation())}>
      替家里人办事
    </ActionButton>
  );
  if (delegations.length === 0)
    return (
      <Empty title="还没有代办" action={begin}>
        家里有老人不用手机，可以征得他同意，替他办。
      </Empty>
    );
  return (
    <>
      <List title="正在代办" delegations={delegations.filter(({ isRunning }) => isRunning)} />
      <List title="以前的" delegations={delegations.filter(({ isRunning }) => !isRunning)} />
      <Ways>{begin}</Ways>
    </>
  );
}

function List({ title, delegations }: { readonly title: string; readonly delegations: readonly Delegation[] }) {
  if (delegations.length === 0) return null;
  return (
    <Card title={title} flush>
      {delegations.map((delegation) => (
        <DelegationRow key={delegation.id} delegation={delegation} />
      ))}
    </Card>
  );
}
