import { View } from '@tarojs/components';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/heading';
import { LozengeStrip } from '@/ui/lozenge-strip';

/** The first time: nothing is known yet, and one question opens the rest. */
export function Welcome() {
  return (
    <>
      <View className="home__head">
        <Heading level={1}>乡约</Heading>
        <View className="home__place">村里的规矩和法律，看得懂，找得到</View>
      </View>
      <LozengeStrip />
      <Card title="您是哪个村的？">
        <View className="home__text">选一次就记住，不用登录，不填资料。</View>
        <ActionButton filled onPress={() => open(paths.chooseVillage)}>
          选我的村
        </ActionButton>
      </Card>
    </>
  );
}
