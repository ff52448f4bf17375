import { Button } from '@nutui/nutui-react-taro';
import type { KeyboardEvent } from 'react';
import { Icon, type IconName } from './icon';
import './action-button.scss';

interface Props {
  /** What happens: 看村规, 选这个村. Never 确定. */
  readonly children: string;
  readonly onPress: () => void;
  /** The page's one filled button. */
  readonly filled?: boolean;
  readonly icon?: IconName;
  /** WeChat only: the tap shares the page. */
  readonly sharesPage?: boolean;
}

/** A button that does something. */
export function ActionButton({ children, onPress, filled, icon, sharesPage }: Props) {
  return (
    <Button
      className="action-button"
      type={filled ? 'primary' : 'default'}
      fill={filled ? 'solid' : 'outline'}
      size="xlarge"
      block
      icon={icon && <Icon name={icon} />}
      openType={sharesPage ? 'share' : undefined}
      onClick={onPress}
      {...asWebButton(onPress)}
    >
      {children}
    </Button>
  );
}

/** On the web NutUI's button is a `div`: the keyboard and the screen reader have to be told. */
function asWebButton(onPress: () => void) {
  if (process.env.TARO_ENV === 'weapp') return {};
  return {
    role: 'button',
    tabIndex: 0,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        onPress();
      }
    },
  };
}
