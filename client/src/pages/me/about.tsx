import { View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { Prose } from '@/ui/prose';

/** What this is. */
export function About() {
  return (
    <Card title="关于乡约">
      <Prose>
        乡约，是乡里乡亲一起定、一起守的约定。这里可以看到本村现行的村规民约，每一条都写明依据哪部法律。看村规不用登录，也不收集您的个人信息。
      </Prose>
      <View className="me__version">版本 {APP_VERSION}</View>
    </Card>
  );
}
