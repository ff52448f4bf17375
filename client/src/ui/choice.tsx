import { View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './classes';
import { Tappable } from './tappable';
import './choice.scss';

interface Props<Value extends string> {
  /** What is chosen; stands above and is read aloud. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
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
