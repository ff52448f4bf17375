/** Components that move what is inside them. */
import { type Builtin, type Props, reflect, text } from './builtin';

/** How far a finger must travel before a swiper turns. */
const SWIPE_PX = 40;

const scrollView: Builtin = {
  props: {
    scrollX: false,
    scrollY: false,
    scrollTop: '',
    scrollLeft: '',
    scrollIntoView: '',
    upperThreshold: 50,
    lowerThreshold: 50,
    scrollWithAnimation: false,
    refresherEnabled: false,
    refresherTriggered: false,
    enableFlex: false,
  },
  mount({ host, props, emit }) {
    let last = { top: 0, left: 0 };
    host.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = host;
      const deltaY = last.top - scrollTop;
      emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: last.left - scrollLeft, deltaY });
      const below = scrollHeight - scrollTop - clientHeight;
      if (deltaY < 0 && below <= Number(props().lowerThreshold)) emit('scrolltolower', { direction: 'bottom' });
      if (deltaY > 0 && scrollTop <= Number(props().upperThreshold)) emit('scrolltoupper', { direction: 'top' });
      last = { top: scrollTop, left: scrollLeft };
    });
    // Sent by the driver's pullDown.
    host.addEventListener('host-pull-down', () => emit('refresherrefresh'));
    let applied: Props = {};
    return (next) => {
      host.style.overflowY = next.scrollY ? 'auto' : 'hidden';
      host.style.overflowX = next.scrollX ? 'auto' : 'hidden';
      reflect(host, 'data-refresher', next.refresherEnabled);
      const changed = (name: string) => next[name] !== applied[name] && text(next[name]) !== '';
      if (changed('scrollTop')) host.scrollTop = Number(next.scrollTop);
      if (changed('scrollLeft')) host.scrollLeft = Number(next.scrollLeft);
      if (changed('scrollIntoView')) {
        const id = text(next.scrollIntoView);
        // The target may arrive with the same update.
        setTimeout(() => host.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView({ block: 'start' }), 0);
      }
      applied = { ...next };
    };
  },
};

const swiper: Builtin = {
  props: {
    current: 0,
    vertical: false,
    autoplay: false,
    interval: 5000,
    circular: false,
    duration: 500,
    indicatorDots: false,
  },
  template: 'track',
  mount({ host, props, emit }) {
    const track = host.querySelector('.wx-track') as HTMLElement;
    let current = 0;
    const show = (index: number) => {
      current = index;
      track.style.transform = `translate${props().vertical ? 'Y' : 'X'}(${-100 * current}%)`;
    };
    const turn = (step: number, source: 'touch' | 'autoplay') => {
      const count = track.children.length;
      const wanted = props().circular
        ? (current + step + count) % count
        : Math.min(Math.max(current + step, 0), count - 1);
      if (count === 0 || wanted === current) return;
      show(wanted);
      const item = track.children[wanted] as HTMLElement;
      emit('change', { current: wanted, currentItemId: item.getAttribute('item-id') ?? '', source });
      emit('animationfinish', { current: wanted, source });
    };
    let start: Touch | undefined;
    host.addEventListener('touchstart', (event) => {
      start = event.changedTouches[0];
    });
    host.addEventListener('touchend', (event) => {
      const end = event.changedTouches[0];
      if (!start || !end) return;
      const moved = props().vertical ? end.clientY - start.clientY : end.clientX - start.clientX;
      if (Math.abs(moved) >= SWIPE_PX) turn(moved < 0 ? 1 : -1, 'touch');
    });
    const tick = () => {
      if (!host.isConnected) return;
      if (props().autoplay) turn(1, 'autoplay');
      setTimeout(tick, Number(props().interval));
    };
    setTimeout(tick, Number(props().interval));
    let applied: unknown;
    return (next) => {
      reflect(host, 'data-vertical', next.vertical);
      if (next.current !== applied) show(Number(next.current));
      applied = next.current;
    };
  },
};

/** A column shows its items as a list that scrolls; tapping one chooses it. */
const pickerView: Builtin = {
  props: { value: [] },
  template: 'track',
  mount({ host, props, emit }) {
    const columns = () => [...host.querySelectorAll<HTMLElement>('wx-picker-view-column')];
    host.addEventListener('host-pick', (event) => {
      const { column, index } = (event as CustomEvent<{ column: HTMLElement; index: number }>).detail;
      const given = props().value as number[];
      const value = columns().map((each, at) => (each === column ? index : Number(given[at] ?? 0)));
      emit('pickstart');
      emit('change', { value });
      emit('pickend');
    });
    return ({ value }) => {
      // Columns and items arrive after their parent.
      setTimeout(() => {
        columns().forEach((column, at) => {
          const index = Number((value as number[])[at] ?? 0);
          const items = [...(column.querySelector('.wx-track')?.children ?? [])] as HTMLElement[];
          for (const [position, item] of items.entries()) reflect(item, 'data-chosen', position === index);
          column.scrollTop = items[index]?.offsetTop ?? 0;
        });
      }, 0);
    };
  },
};

export const CONTAINERS: Record<string, Builtin> = {
  'scroll-view': scrollView,
  swiper,
  'swiper-item': {
    props: { itemId: '' },
    mount:
      ({ host }) =>
      ({ itemId }) =>
        reflect(host, 'item-id', itemId),
  },
  'picker-view': pickerView,
  'picker-view-column': {
    template: 'track',
    start({ host }) {
      host.addEventListener('click', (event) => {
        const items = [...(host.querySelector('.wx-track')?.children ?? [])];
        const index = items.findIndex((item) => item.contains(event.target as Node));
        if (index >= 0)
          host.dispatchEvent(new CustomEvent('host-pick', { bubbles: true, detail: { column: host, index } }));
      });
    },
  },
};
