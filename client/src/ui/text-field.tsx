import { Input } from '@tarojs/components';
import { classes } from './classes';
import { Field } from './field';
import './text-field.scss';

/** What every field to write in has. */
export interface FieldProps {
  /** What to write; stands above the field and is read aloud. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What can be typed at most; more is not taken. */
  readonly maxCharacters: number;
  /** What is wrong with it, in one sentence. */
  readonly mistake?: string;
}

export interface TextFieldProps extends FieldProps {
  /** Shown while nothing is written: an example. */
  readonly example?: string;
  /** Whole numbers only: the phone shows its number keys. */
  readonly numeric?: boolean;
}

/** One line to write. */
export function TextField({ label, value, onChange, maxCharacters, mistake, example, numeric }: TextFieldProps) {
  return (
    <Field className="text-field" label={label} mistake={mistake}>
      <Input
        className={classes('field__input', 'text-field__input', mistake && 'field__input--wrong')}
        type={numeric ? 'number' : 'text'}
        placeholder={example}
        value={value}
        maxlength={maxCharacters}
        aria-label={label}
        onInput={(event) => onChange(event.detail.value)}
      />
    </Field>
  );
}
