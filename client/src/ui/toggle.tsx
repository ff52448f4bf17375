import { Switch } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { Tappable } from './tappable';
import './toggle.scss';

interface Props {
  readonly title: string;
  /** What it does, in one line. */
  readonly note: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A setting that is on or off. The whole row is the switch; NutUI's only shows it. */
export function Toggle({ title, note, on, onChange }: Props) {
  return (
    <Tappable className="row row--tappable" role="switch" checked={on} onPress={() => onChange(!on)}>
      <View className="row__line toggle">
        <View className="row__text">
          <View className="row__title">{title}</View>
          <View className="row__note">{note}</View>
        </View>
        <View className="toggle__switch" aria-hidden>
          <Switch checked={on} />
        </View>
      </View>
    </Tappable>
  );
}
