import { Button } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import './tappable.scss';

interface Props {
  readonly children: ReactNode;
  readonly className?: string;
  readonly onPress?: () => void;
  /** What is read aloud in place of the content, where the content alone would not say what happens. */
  readonly label?: string;
  readonly disabled?: boolean;
  /** WeChat only: the button shares the page (`useShareAppMessage` says what). */
  readonly sharesPage?: boolean;
  /** For what is on or off, chosen or not, open or folded. */
  readonly role?: 'button' | 'switch' | 'radio' | 'tab';
  readonly checked?: boolean;
  readonly expanded?: boolean;
  /** Leads to the page that one is on. */
  readonly current?: boolean;
}

/** Anything that can be tapped: a real button to the finger, the keyboard and the screen reader, with no look of its own. */
export function Tappable({
  children,
  className,
  onPress,
  label,
  disabled,
  sharesPage,
  role,
  checked,
  expanded,
  current,
}: Props) {
  const name = classes('tappable', className);
  if (process.env.TARO_ENV === 'weapp')
    return (
      <Button
        className={name}
        hoverClass="tappable--pressed"
        disabled={disabled}
        openType={sharesPage ? 'share' : undefined}
        onClick={onPress}
        aria-role={role}
        aria-label={label}
        aria-checked={checked}
        aria-expanded={expanded}
      >
        {children}
      </Button>
    );
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: each role brings its own of the two, never both
    <button
      type="button"
      className={name}
      disabled={disabled}
      onClick={onPress}
      role={role}
      aria-label={label}
      aria-checked={checked}
      aria-expanded={expanded}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </button>
  );
}
