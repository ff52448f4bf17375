import { SignedIn } from '@/ui/signed-in';
import { Person } from './person';

/** Who I am here; signing in is offered, never asked for. */
export function Account() {
  return (
    <SignedIn why="看村规不用登录。登录以后，村里知道是谁在办事，您的职务也会显示在这里。">
      <Person />
    </SignedIn>
  );
}
