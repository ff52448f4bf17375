/** The browser as glass-easel's backend, with what a mini-program's page has and a web page has not. */
import { CurrentWindowBackendContext, Event as WeappEvent } from 'glass-easel';
import { domTag } from '../tags';

type Context = CurrentWindowBackendContext;
type BackendElement = ReturnType<Context['document']['createElement']>;

/** WeChat's own: a finger that rests this long presses instead of tapping. */
const LONG_PRESS_MS = 350;
/** The same distance at which glass-easel gives up a tap. */
const LONG_PRESS_MOVE_PX = 10;

export class WeappBackend extends CurrentWindowBackendContext {
  override document = {
    createElement: createHostElement,
    createTextNode: (text: string) => document.createTextNode(text) as unknown as BackendElement,
    createDocumentFragment: () => document.createDocumentFragment() as unknown as BackendElement,
  };

  /**
   * Only what the browser itself must tell goes to the element. Built-in components send `input`, `change` and the
   * like on their own; with a DOM listener beside them, a handler would run twice.
   */
  override setListenerStats(element: BackendElement, type: string, capture: boolean): void {
    // 0: never "final" here. glass-easel would prevent every later touch of the whole page; the event's own status is enough.
    if (/^(touch|animation|transition)/.test(type)) super.setListenerStats(element, type, capture, 0);
  }

  /** Passes on what the browser tells, and long presses, which glass-easel does not know. */
  listen(): void {
    this.onEvent((target, type, detail, options) => {
      const event = new WeappEvent(type, detail, options);
      WeappEvent.dispatchEvent(target, event);
      return event.getEventBubbleStatus();
    });
    this.listenForLongPress();
  }

  private listenForLongPress(): void {
    const trigger = (
      this as unknown as {
        _$trigger(ev: Event, type: string, detail: unknown, bubbles: boolean, composed: boolean): void;
      }
    )._$trigger.bind(this);
    let timer: number | undefined;
    let start = { x: 0, y: 0 };
    const stop = () => window.clearTimeout(timer);
    document.body.addEventListener(
      'touchstart',
      (event) => {
        const touch = event.changedTouches[0];
        if (!touch) return;
        start = { x: touch.clientX, y: touch.clientY };
        stop();
        timer = window.setTimeout(() => trigger(event, 'longpress', start, true, true), LONG_PRESS_MS);
      },
      { capture: true },
    );
    document.body.addEventListener(
      'touchmove',
      (event) => {
        const touch = event.changedTouches[0];
        if (touch && Math.hypot(touch.clientX - start.x, touch.clientY - start.y) > LONG_PRESS_MOVE_PX) stop();
      },
      { capture: true },
    );
    for (const end of ['touchend', 'touchcancel']) document.body.addEventListener(end, stop, { capture: true });
  }
}

/** Rectangles count from the page's own corner, below the bars that WeChat draws; `rpx` and `vh` work inline too. */
function createHostElement(tag: string): BackendElement {
  const element = document.createElement(domTag(tag));
  const setAttribute = element.setAttribute.bind(element);
  element.setAttribute = (name, value) => setAttribute(name, name === 'style' ? inlineLengths(String(value)) : value);
  const rectangle = element.getBoundingClientRect.bind(element);
  element.getBoundingClientRect = () => {
    const { left, top, width, height } = rectangle();
    const origin = pageOrigin(element);
    return new DOMRect(left - origin.left, top - origin.top, width, height);
  };
  return element as unknown as BackendElement;
}

/** Where the page that holds `element` begins, in the browser's window. */
export function pageOrigin(element: Element): { left: number; top: number } {
  const frame = element.closest('.wx-frame');
  return frame ? Element.prototype.getBoundingClientRect.call(frame) : { left: 0, top: 0 };
}

function inlineLengths(style: string): string {
  return style.replace(/(-?(?:\d+\.?\d*|\.\d+))(rpx|vh)(?![\w-])/g, 'calc($1 * var(--$2))');
}
