import { Input, View } from '@tarojs/components';
import { Icon } from './icon';
import { Tappable } from './tappable';
import './search-field.scss';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  /** What can be typed at most; more is not taken. */
  readonly maxCharacters: number;
}

/** Where one types what to look for. */
export function SearchField({ value, onChange, placeholder, maxCharacters }: Props) {
  return (
    <View className="search-field">
      <Icon name="search" className="search-field__icon" />
      <Input
        className="search-field__input"
        type="text"
        confirmType="search"
        focus
        value={value}
        placeholder={placeholder}
        placeholderClass="search-field__placeholder"
        maxlength={maxCharacters}
        aria-label={placeholder}
        onInput={(event) => onChange(event.detail.value)}
      />
      {value !== '' && (
        <Tappable className="search-field__clear" label="清空" onPress={() => onChange('')}>
          <Icon name="close" />
        </Tappable>
      )}
    </View>
  );
}

/** Looks like the field, and leads to the page where it is. */
export function SearchEntry({ children, onPress }: { readonly children: string; readonly onPress: () => void }) {
  return (
    <Tappable className="search-field search-field--entry" onPress={onPress}>
      <Icon name="search" className="search-field__icon" />
      <View className="search-field__placeholder">{children}</View>
    </Tappable>
  );
}
