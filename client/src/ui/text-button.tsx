import type { ReactNode } from 'react';
import { Tappable } from './tappable';
import './text-button.scss';

interface Props {
  /** What happens: 加一条依据. */
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** What is read aloud, where the words alone do not say to what it happens. */
  readonly label?: string;
  /** For what is open or folded. */
  readonly expanded?: boolean;
}

/** A smaller thing to do among the words of a card: indigo, no frame. */
export function TextButton({ children, onPress, label, expanded }: Props) {
  return (
    <Tappable className="text-button" label={label} expanded={expanded} onPress={onPress}>
      {children}
    </Tappable>
  );
}
