import { View } from '@tarojs/components';
import { demoContract } from '@xiangyue/shared/features/identity/identity.contract';
import { api } from '@/platform/api';
import type { SavedSession } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { ProblemView } from '@/ui/problem-view';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import './demo-identities.scss';

/** One identity for each role, to be tried without WeChat. Outside the demo the service knows none, and nothing is drawn. */
export function DemoIdentities({ onSignedIn }: { readonly onSignedIn: (session: SavedSession) => void }) {
  const demo = useApi(demoContract.identities, {}, { keep: false });
  const signIn = useAction(async (identity: string) => {
    onSignedIn(await api(demoContract.signIn, { identity }));
  });

  if (!demo.data) return null;
  return (
    <>
      {signIn.problem && <ProblemView problem={signIn.problem} retry={demo.retry} />}
      <Card title="演示身份" aside={<Tag tone="ochre">演示</Tag>} flush>
        <View className="demo-identities__note">点一个就能用，人都是编的。</View>
        {demo.data.identities.map(({ key, name, what }) => (
          <Row key={key} icon="people" title={name} note={what} onPress={() => signIn.run(key)} />
        ))}
      </Card>
    </>
  );
}
