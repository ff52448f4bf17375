import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';
import { Tappable } from './tappable';
import './row.scss';

interface Props {
  /** What it is. */
  readonly title: ReactNode;
  /** Who, when: a second line. */
  readonly note?: ReactNode;
  /** In front of the title, such as a clause's number. */
  readonly lead?: ReactNode;
  readonly icon?: IconName;
  /** At the end: a Tag, a value. */
  readonly aside?: ReactNode;
  /** Makes the whole row a button that leads on. */
  readonly onPress?: () => void;
}

/** One line of a list. */
export function Row({ title, note, lead, icon, aside, onPress }: Props) {
  const content = (
    <View className="row__line">
      {icon && <Icon name={icon} className="row__icon" />}
      {lead !== undefined && <View className="row__lead">{lead}</View>}
      <View className="row__body">
        <View className="row__text">
          <View className="row__title">{title}</View>
          {note !== undefined && <View className="row__note">{note}</View>}
        </View>
        {aside && <View className="row__aside">{aside}</View>}
      </View>
      {onPress && <Icon name="forward" className="row__arrow" />}
    </View>
  );
  if (!onPress) return <View className="row">{content}</View>;
  return (
    <Tappable className={classes('row', 'row--tappable')} onPress={onPress}>
      {content}
    </Tappable>
  );
}
