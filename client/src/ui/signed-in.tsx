import type { ReactNode } from 'react';
import { useIsSignedIn } from '@/platform/session';
import { SignInCard } from './sign-in-card';

interface Props {
  /** What signing in is for: 登录以后，…… */
  readonly why: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** What is only there for somebody who has signed in; the way to do so for everybody else. */
export function SignedIn({ why, title = '还没有登录', children }: Props) {
  const isSignedIn = useIsSignedIn();
  return isSignedIn ? children : <SignInCard title={title}>{why}</SignInCard>;
}
