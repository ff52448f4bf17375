import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { api } from '@/platform/api';
import { useWrites } from '@/platform/queue/queue';
import { useSession } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Prose } from '@/ui/prose';
import { Ways } from '@/ui/ways';

/** Leaving, once it is clear what goes. The phone forgets even when the service cannot be told. */
export function SignOut({ onStay }: { readonly onStay: () => void }) {
  const signOut = useAction(async () => {
    await api(identityContract.signOut, {}).catch(() => undefined);
    useSession.getState().forget();
  });

  const waiting = useWrites().length;

  return (
    <Card title="要退出登录吗？">
      <Prose>退出以后，这里不再显示您的姓名和职务；看村规不受影响。</Prose>
      {waiting > 0 && <Prose>还有 {waiting} 项没有上传：退出以后先存在这里，等您再登录，还能传的才会接着传。</Prose>}
      <Ways>
        <ActionButton onPress={onStay}>不退出</ActionButton>
        <ActionButton onPress={signOut.run}>{signOut.busy ? '正在退出…' : '退出'}</ActionButton>
      </Ways>
    </Card>
  );
}
