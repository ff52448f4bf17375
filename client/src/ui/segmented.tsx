import { View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './classes';
import { Tappable } from './tappable';
import './segmented.scss';

interface Props<Value extends string> {
  /** What is chosen between, for the screen reader. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A choice between two or three, all in sight. */
export function Segmented<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <View className="segmented" {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <Tappable
          key={option.value}
          className={classes('segmented__option', option.value === value && 'segmented__option--chosen')}
          role="radio"
          checked={option.value === value}
          onPress={() => onChange(option.value)}
        >
          {option.text}
        </Tappable>
      ))}
    </View>
  );
}
