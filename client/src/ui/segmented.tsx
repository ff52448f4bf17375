import { View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './classes';
import { Tappable } from './tappable';
import './segmented.scss';

export interface SegmentedProps<Value extends string> {
  /** What is chosen between, for the screen reader. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** Beside each other they share the width; more than these wrap. */
const IN_ONE_ROW = 3;

/** A choice among a handful, all in sight. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  return (
    <View
      className={classes('segmented', options.length > IN_ONE_ROW && 'segmented--many')}
      {...aria({ role: 'radiogroup', label })}
    >
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
