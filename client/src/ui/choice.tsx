import { View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './classes';
import type { SegmentedProps } from './segmented';
import { Tappable } from './tappable';
import './choice.scss';

/** As a `Segmented`, and nothing need be chosen yet. */
interface Props<Value extends string> extends Omit<SegmentedProps<Value>, 'value'> {
  readonly value: Value | undefined;
}

/** A choice among several words, all in sight: nothing to open, nothing to scroll in. */
export function Choice<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <View className="choice">
      <View className="choice__label" {...aria({ hidden: true })}>
        {label}
      </View>
      <View className="choice__options" {...aria({ role: 'radiogroup', label })}>
        {options.map((option) => (
          <Tappable
            key={option.value}
            className={classes('choice__option', option.value === value && 'choice__option--chosen')}
            role="radio"
            checked={option.value === value}
            onPress={() => onChange(option.value)}
          >
            {option.text}
          </Tappable>
        ))}
      </View>
    </View>
  );
}

/** The entries of a table of words as options, in its order. */
export function optionsOf<Value extends string>(names: Readonly<Record<Value, string>>) {
  return (Object.entries(names) as [Value, string][]).map(([value, text]) => ({ value, text }));
}
