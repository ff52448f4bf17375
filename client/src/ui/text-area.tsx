import { Textarea } from '@tarojs/components';
import { classes } from './classes';
import { Field } from './field';
import type { FieldProps } from './text-field';
import './text-area.scss';

interface Props extends FieldProps {
  /** For whoever looks for the field by a name of its own. */
  readonly id?: string;
}

/** A few lines to write; it grows with what is written. */
export function TextArea({ label, value, onChange, maxCharacters, mistake, id }: Props) {
  const name = classes('field__input', 'text-area__input', mistake && 'field__input--wrong');
  return (
    <Field className="text-area" id={id} label={label} mistake={mistake}>
      {process.env.TARO_ENV === 'weapp' ? (
        <Textarea
          className={name}
          value={value}
          maxlength={maxCharacters}
          autoHeight
          aria-label={label}
          onInput={(event) => onChange(event.detail.value)}
        />
      ) : (
        // The copy behind it makes the field as high as its text.
        <div className="text-area__grow">
          <div className={classes(name, 'text-area__copy')} aria-hidden="true">{`${value}\n`}</div>
          <textarea
            className={name}
            value={value}
            maxLength={maxCharacters}
            aria-label={label}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}
