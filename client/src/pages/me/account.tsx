import { useSession } from '@/platform/session';
import { SignInCard } from '@/ui/sign-in-card';
import { Person } from './person';

/** Who I am here; signing in is offered, never asked for. */
export function Account() {
  const isSignedIn = useSession(({ session }) => session !== null);
  if (isSignedIn) return <Person />;
  return (
    <SignInCard title="还没有登录">看村规不用登录。登录以后，村里知道是谁在办事，您的职务也会显示在这里。</SignInCard>
  );
}
