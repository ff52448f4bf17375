import { View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './classes';
import { Field } from './field';
import { Tappable } from './tappable';
import './segmented.scss';

interface Props<Value extends string> {
  /** What is chosen from; stands above. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly values: readonly Value[];
  readonly onChange: (values: Value[]) => void;
  /** What is wrong with it, in one sentence. */
  readonly mistake?: string;
}

/** As many of a handful of words as fit, all in sight; `Segmented` is for one of them. In the order of the options. */
export function Choices<Value extends string>({ label, options, values, onChange, mistake }: Props<Value>) {
  const toggle = (value: Value) => {
    const chosen = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
    onChange(options.flatMap((option) => (chosen.includes(option.value) ? [option.value] : [])));
  };
  return (
    <Field label={label} mistake={mistake}>
      <View className="segmented segmented--many" {...aria({ role: 'group', label })}>
        {options.map(({ value, text }) => (
          <Tappable
            key={value}
            className={classes('segmented__option', values.includes(value) && 'segmented__option--chosen')}
            role="switch"
            checked={values.includes(value)}
            onPress={() => toggle(value)}
          >
            {text}
          </Tappable>
        ))}
      </View>
    </Field>
  );
}
