import { Textarea, View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './classes';
import type { FieldProps } from './text-field';
import './text-area.scss';

interface Props extends FieldProps {
  /** For whoever looks for the field by a name of its own. */
  readonly id?: string;
}

/** A few lines to write; it grows with what is written. */
export function TextArea({ label, value, onChange, maxCharacters, mistake, id }: Props) {
  const name = classes('text-area__input', mistake && 'text-area__input--wrong');
  return (
    <View className="text-area" id={id}>
      <View className="text-area__label" {...aria({ hidden: true })}>
        {label}
      </View>
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
      {mistake && (
        <View className="text-area__mistake" {...aria({ role: 'alert' })}>
          {mistake}
        </View>
      )}
    </View>
  );
}
