import { TextField, type TextFieldProps } from './text-field';

/** `2026-12-04`. */
const DATE_CHARACTERS = 10;

/** A day, written as `2026-12-04`; the service says when there is no such day. */
export function DateField(props: Omit<TextFieldProps, 'maxCharacters' | 'numeric'>) {
  return <TextField {...props} maxCharacters={DATE_CHARACTERS} />;
}
