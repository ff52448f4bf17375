import type { ReactNode } from 'react';
import type { ApiProblem } from '@/platform/api-problem';
import { ActionButton } from './action-button';
import { Card } from './card';
import { ProblemNote } from './problem-note';
import { Ways } from './ways';

interface Props {
  readonly title: string;
  /** What follows from it, and what has to be said for it. */
  readonly children?: ReactNode;
  /** From `useAction`. */
  readonly of: { readonly busy: boolean; readonly problem: ApiProblem | undefined };
  /** Paths of the fields that say themselves what is wrong with them. */
  readonly beside?: readonly string[];
  /** What the button that does it says, and what it says meanwhile. */
  readonly act: string;
  readonly acting: string;
  /** Does it; undefined while something is missing, and then there is no such button. */
  readonly onAct: (() => void) | undefined;
  /** What the other button says, and where it leads: nothing was done. */
  readonly leave: string;
  readonly onLeave: () => void;
}

/** Something that is done only after a question, or with what has to be said for it; leaving it is one tap as well. */
export function FormCard({ title, children, of, beside, act, acting, onAct, leave, onLeave }: Props) {
  return (
    <Card title={title}>
      {children}
      <ProblemNote problem={of.problem} beside={beside} />
      <Ways>
        <ActionButton onPress={onLeave}>{leave}</ActionButton>
        {onAct && (
          <ActionButton filled onPress={onAct}>
            {of.busy ? acting : act}
          </ActionButton>
        )}
      </Ways>
    </Card>
  );
}
