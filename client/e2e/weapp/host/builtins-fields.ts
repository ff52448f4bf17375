/** Text fields, and the form that collects values. */
import { type Builtin, type Mounted, type Props, text } from './builtin';

/** Fields and controls by their element: a form asks them for name and value. */
const formValues = new WeakMap<Element, () => { name: string; value: unknown }>();

export function setFormValue(host: Element, read: () => { name: string; value: unknown }): void {
  formValues.set(host, read);
}

/** Sends `submit` or `reset` to the form around `host`, as a button of that form-type does. */
export function sendForm(host: Element, type: string): void {
  host.closest('wx-form')?.dispatchEvent(new CustomEvent('host-form', { detail: type }));
}

const form: Builtin = {
  start({ host, emit }) {
    host.addEventListener('host-form', (event) => {
      if ((event as CustomEvent<string>).detail === 'reset') return emit('reset');
      const value: Record<string, unknown> = {};
      for (const inner of host.querySelectorAll('*')) {
        const field = formValues.get(inner)?.();
        if (field && field.name !== '') value[field.name] = field.value;
      }
      return emit('submit', { value });
    });
  },
};

const FIELD_PROPS: Props = {
  value: '',
  name: '',
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  maxlength: 140,
  focus: false,
  autoFocus: false,
  confirmType: 'done',
  type: 'text',
  password: false,
  autoHeight: false,
  cursor: -1,
};

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' };

function mountField(
  { host, props, emit }: Mounted,
  field: HTMLInputElement | HTMLTextAreaElement,
): (props: Props) => void {
  const cursor = () => field.selectionStart ?? field.value.length;
  field.addEventListener('input', (event) => {
    event.stopPropagation();
    emit('input', { value: field.value, cursor: cursor(), keyCode: 0 });
  });
  field.addEventListener('focus', () => emit('focus', { value: field.value, height: 0 }));
  field.addEventListener('blur', () => emit('blur', { value: field.value, cursor: cursor() }));
  field.addEventListener('keydown', (event) => {
    const breaksLine = field instanceof HTMLTextAreaElement && props().confirmType === 'return';
    if ((event as KeyboardEvent).key === 'Enter' && !breaksLine) emit('confirm', { value: field.value });
  });
  setFormValue(host, () => ({ name: text(props().name), value: field.value }));
  host.append(field);
  let applied: Props = {};
  return (next) => {
    if (text(next.value) !== field.value && next.value !== applied.value) field.value = text(next.value);
    field.placeholder = text(next.placeholder);
    field.disabled = Boolean(next.disabled);
    const limit = Number(next.maxlength);
    if (limit >= 0) field.maxLength = limit;
    else field.removeAttribute('maxlength');
    field.inputMode = KEYBOARDS[text(next.type)] ?? 'text';
    if (field instanceof HTMLInputElement) field.type = next.password ? 'password' : 'text';
    if ((next.focus && !applied.focus) || (next.autoFocus && !applied.autoFocus)) field.focus();
    applied = { ...next };
  };
}

export const FIELDS: Record<string, Builtin> = {
  form,
  input: {
    props: FIELD_PROPS,
    template: 'empty',
    mount: (mounted) => mountField(mounted, document.createElement('input')),
  },
  textarea: {
    props: { ...FIELD_PROPS, confirmType: 'return' },
    template: 'empty',
    mount: (mounted) => mountField(mounted, document.createElement('textarea')),
  },
};
