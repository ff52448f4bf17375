/** Buttons, switches, choices and the picker. */
import { type Builtin, type Mounted, type Props, reflect, text } from './builtin';
import { sendForm, setFormValue } from './builtins-fields';
import { recordThrown } from './errors';
import { services } from './services';
import { drawPanel, element } from './shell';

const button: Builtin = {
  props: { type: 'default', size: 'default', plain: false, loading: false, formType: '', openType: '' },
  mount({ host, props, emit, onTap, identity }) {
    onTap(() => {
      const { disabled, formType, openType } = props();
      if (disabled) return;
      if (text(formType) !== '') sendForm(host, text(formType));
      if (openType === 'share') void services().share('message', 'button', identity());
      else if (text(openType) !== '') answerOpenType(text(openType), emit);
    });
    return ({ type, size, plain, disabled, loading }) => {
      for (const [name, value] of Object.entries({ type, size, plain, disabled, loading })) reflect(host, name, value);
    };
  },
};

/** getPhoneNumber, chooseAvatar and the like: WeChat asks the person; here the journey prepared the answer. */
function answerOpenType(openType: string, emit: Mounted['emit']): void {
  services()
    .answer(`button.${openType}`)
    .then((detail) => emit(openType.toLowerCase(), detail))
    .catch((fault: unknown) => recordThrown('button', fault));
}

/** A box that a tap turns on and off (`radio`: only on), alone or inside its group. */
function choice(groupTag: string | undefined, onlyOn: boolean): Builtin {
  return {
    props: { checked: false, value: '', name: '', color: '', type: '' },
    mount({ host, props, emit, onTap }) {
      const mark = element('span', '');
      host.prepend(mark);
      let checked = false;
      const show = (on: boolean) => {
        checked = on;
        reflect(host, 'data-checked', on);
        if (groupTag) mark.textContent = on ? '✓' : '';
      };
      const toggle = () => {
        if (props().disabled || (onlyOn && checked)) return;
        const group = groupTag ? host.closest(groupTag) : null;
        if (onlyOn)
          for (const other of group?.querySelectorAll('[data-checked]') ?? [])
            other.dispatchEvent(new Event('host-off'));
        show(onlyOn || !checked);
        if (group) group.dispatchEvent(new CustomEvent('host-choice', { detail: onlyOn }));
        else emit('change', { value: checked });
      };
      onTap(toggle);
      host.addEventListener('host-toggle', toggle);
      host.addEventListener('host-off', () => show(false));
      if (!groupTag) setFormValue(host, () => ({ name: text(props().name), value: checked }));
      let applied: unknown;
      return (next) => {
        host.dataset.value = text(next.value);
        if (next.checked !== applied) show(Boolean(next.checked));
        applied = next.checked;
      };
    },
  };
}

const group: Builtin = {
  props: { name: '' },
  start({ host, props, emit }) {
    const values = () =>
      [...host.querySelectorAll<HTMLElement>('[data-checked]')].map((item) => item.dataset.value ?? '');
    const single = host.tagName.toLowerCase() === 'wx-radio-group';
    const value = () => (single ? (values()[0] ?? '') : values());
    host.addEventListener('host-choice', () => emit('change', { value: value() }));
    setFormValue(host, () => ({ name: text(props().name), value: value() }));
  },
};

const LABELLED = 'wx-switch, wx-checkbox, wx-radio, wx-input, wx-textarea';

const label: Builtin = {
  props: { for: '' },
  start({ host, props, onTap }) {
    onTap((target) => {
      // A finger on the control itself has done its work already.
      if (target.closest(LABELLED)) return;
      const wanted = text(props().for);
      const inside = host.querySelector(LABELLED);
      const control = wanted === '' ? inside : document.getElementById(wanted);
      control?.dispatchEvent(new Event('host-toggle'));
      control?.querySelector<HTMLElement>('input, textarea')?.focus();
    });
  },
};

const picker: Builtin = {
  props: {
    mode: 'selector',
    range: [],
    rangeKey: '',
    value: 0,
    start: '',
    end: '',
    fields: 'day',
    name: '',
    headerText: '',
  },
  start({ host, props, emit, onTap }) {
    setFormValue(host, () => ({ name: text(props().name), value: props().value }));
    onTap(() => {
      if (props().disabled) return;
      const columns = pickerColumns(props());
      void drawPanel('wx-panel-sheet', columns, ['取消', '确定']).then((answer) => {
        if (answer === 0) return emit('cancel');
        const values = columns.map((column) => column.value);
        return emit('change', { value: props().mode === 'multiSelector' ? values.map(Number) : values[0] });
      });
    });
  },
};

function pickerColumns(props: Props): (HTMLSelectElement | HTMLInputElement)[] {
  const mode = text(props.mode) || 'selector';
  if (mode === 'date' || mode === 'time') {
    const field = document.createElement('input');
    field.type = mode === 'time' ? 'time' : props.fields === 'month' ? 'month' : 'date';
    Object.assign(field, { value: text(props.value), min: text(props.start), max: text(props.end) });
    return [field];
  }
  if (mode !== 'selector' && mode !== 'multiSelector') throw new Error(`the host draws no picker of mode ${mode}`);
  const multiple = mode === 'multiSelector';
  const ranges = (multiple ? props.range : [props.range]) as unknown[][];
  const chosen = (multiple ? props.value : [props.value]) as unknown[];
  return ranges.map((range, at) => {
    const select = document.createElement('select');
    range.forEach((item, index) => {
      const name = typeof item === 'object' && item !== null ? (item as Props)[text(props.rangeKey)] : item;
      select.append(new Option(text(name), String(index)));
    });
    select.value = String(chosen[at] ?? 0);
    return select;
  });
}

const slider: Builtin = {
  props: { min: 0, max: 100, step: 1, value: 0, name: '' },
  template: 'empty',
  mount({ host, props, emit }) {
    const field = document.createElement('input');
    field.type = 'range';
    field.addEventListener('input', (event) => {
      event.stopPropagation();
      emit('changing', { value: Number(field.value) });
    });
    field.addEventListener('change', (event) => {
      event.stopPropagation();
      emit('change', { value: Number(field.value) });
    });
    setFormValue(host, () => ({ name: text(props().name), value: Number(field.value) }));
    host.append(field);
    return ({ min, max, step, value }) => {
      Object.assign(field, { min: String(min), max: String(max), step: String(step), value: String(value) });
    };
  },
};

export const CONTROLS: Record<string, Builtin> = {
  button,
  switch: choice(undefined, false),
  checkbox: choice('wx-checkbox-group', false),
  radio: choice('wx-radio-group', true),
  'checkbox-group': group,
  'radio-group': group,
  label,
  picker,
  slider,
};
