import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { api } from '@/platform/api';
import { useWrites } from '@/platform/queue/queue';
import { useSession } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';

/** Leaving, once it is clear what goes. The phone forgets even when the service cannot be told. */
export function SignOut({ onStay }: { readonly onStay: () => void }) {
  const signOut = useAction(async () => {
    await api(identityContract.signOut, {}).catch(() => undefined);
    useSession.getState().forget();
  });

  const waiting = useWrites().length;

  return (
    <Card title="要退出登录吗？">
      <View className="me__text">退出以后，这里不再显示您的姓名和职务；看村规不受影响。</View>
      {waiting > 0 && (
        <View className="me__text">
          还有 {waiting} 项没有上传：退出以后先存在这里，等您再登录，还能传的才会接着传。
        </View>
      )}
      <View className="me__ways">
        <ActionButton onPress={onStay}>不退出</ActionButton>
        <ActionButton onPress={signOut.run}>{signOut.busy ? '正在退出…' : '退出'}</ActionButton>
      </View>
    </Card>
  );
}
