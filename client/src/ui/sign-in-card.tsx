import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { ActionButton } from './action-button';
import { Card } from './card';
import { Prose } from './prose';
import { Ways } from './ways';

interface Props {
  readonly title: string;
  /** What for. */
  readonly children: string;
}

/** In the place of what is only there for somebody who has signed in. */
export function SignInCard({ title, children }: Props) {
  return (
    <Card title={title}>
      <Prose>{children}</Prose>
      <Ways>
        <ActionButton filled onPress={() => open(paths.signIn)}>
          登录
        </ActionButton>
      </Ways>
    </Card>
  );
}
