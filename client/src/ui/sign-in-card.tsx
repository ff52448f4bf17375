import { View } from '@tarojs/components';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { ActionButton } from './action-button';
import { Card } from './card';
import './sign-in-card.scss';

interface Props {
  readonly title: string;
  /** What for. */
  readonly children: string;
}

/** In the place of what is only there for somebody who has signed in. */
export function SignInCard({ title, children }: Props) {
  return (
    <Card title={title}>
      <View className="sign-in-card__text">{children}</View>
      <View className="sign-in-card__action">
        <ActionButton filled onPress={() => open(paths.signIn)}>
          登录
        </ActionButton>
      </View>
    </Card>
  );
}
