import { View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './classes';
import { Field } from './field';
import { Tappable } from './tappable';
import './segmented.scss';

interface Option<Value extends string> {
  readonly value: Value;
  readonly text: string;
  /** What is read aloud in place of the text, where that alone would not say enough. */
  readonly label?: string;
}

interface Props<Value extends string> {
  /** What is chosen between, for the screen reader. */
  readonly label: string;
  /** The label stands above it as well: one thing to say in a form. */
  readonly labelled?: boolean;
  readonly options: readonly Option<Value>[];
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** Beside each other they share the width; more than these, and those of a form, stand as wide as their words. */
const IN_ONE_ROW = 3;

/** A choice among a handful of words, all in sight: nothing to open, nothing to scroll in. */
export function Segmented<Value extends string>({ label, labelled, options, value, onChange }: Props<Value>) {
  const choice = (
    <View
      className={classes('segmented', (labelled || options.length > IN_ONE_ROW) && 'segmented--many')}
      {...aria({ role: 'radiogroup', label })}
    >
      {options.map((option) => (
        <Tappable
          key={option.value}
          className={classes('segmented__option', option.value === value && 'segmented__option--chosen')}
          role="radio"
          checked={option.value === value}
          label={option.label}
          onPress={() => onChange(option.value)}
        >
          {option.text}
        </Tappable>
      ))}
    </View>
  );
  return labelled ? <Field label={label}>{choice}</Field> : choice;
}

/** The entries of a table of words as options, in its order. */
export function optionsOf<Value extends string>(names: Readonly<Record<Value, string>>) {
  return (Object.entries(names) as [Value, string][]).map(([value, text]) => ({ value, text }));
}
