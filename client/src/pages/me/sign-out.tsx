import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useSession } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';

/** Leaving, after asking. The phone forgets even when the service cannot be told. */
export function SignOut() {
  const [asking, setAsking] = useState(false);
  const signOut = useAction(async () => {
    await api(identityContract.signOut, {}).catch(() => undefined);
    useSession.getState().forget();
  });

  if (!asking)
    return (
      <View className="me__sign-out">
        <ActionButton onPress={() => setAsking(true)}>退出登录</ActionButton>
      </View>
    );
  return (
    <Card title="要退出登录吗？">
      <View className="me__text">退出以后，这里不再显示您的姓名和职务；看村规不受影响。</View>
      <View className="me__ways">
        <ActionButton onPress={() => setAsking(false)}>不退出</ActionButton>
        <ActionButton onPress={signOut.run}>{signOut.busy ? '正在退出…' : '退出'}</ActionButton>
      </View>
    </Card>
  );
}
