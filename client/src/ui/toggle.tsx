import { View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './classes';
import { Tappable } from './tappable';
import './toggle.scss';

interface Props {
  readonly title: string;
  /** What it does, in one line. */
  readonly note: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A setting that is on or off; the whole row is the switch. */
export function Toggle({ title, note, on, onChange }: Props) {
  return (
    <Tappable className="toggle" role="switch" checked={on} onPress={() => onChange(!on)}>
      <View className="toggle__text">
        <View>{title}</View>
        <View className="toggle__note">{note}</View>
      </View>
      <View className={classes('toggle__track', on && 'toggle__track--on')} {...aria({ hidden: true })}>
        <View className="toggle__knob" />
      </View>
      <View className="toggle__word" {...aria({ hidden: true })}>
        {on ? '开' : '关'}
      </View>
    </Tappable>
  );
}
