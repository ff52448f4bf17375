/** glass-easel events as the plain objects that a WeChat handler receives. */
import * as glassEasel from 'glass-easel';
import { pageOrigin } from './backend';

type AnyElement = glassEasel.Element & { data?: { disabled?: unknown } };
type ShadowedEvent = glassEasel.ShadowedEvent<unknown>;

/**
 * Wraps a page's or component's methods: an event becomes a plain object, anything else passes as it is.
 * A disabled button has no tap in WeChat.
 */
export function withPlainEvents<T extends Record<string, unknown>>(methods: T): T {
  const wrapped: Record<string, unknown> = { ...methods };
  for (const [name, method] of Object.entries(methods)) {
    if (typeof method !== 'function') continue;
    wrapped[name] = function (this: unknown, first: unknown, ...rest: unknown[]) {
      if (!(first instanceof glassEasel.Event)) return method.call(this, first, ...rest);
      const event = first as ShadowedEvent;
      const current = elementOf(event.currentTarget);
      if (event.type === 'tap' && current.is === 'button' && current.data?.disabled) return undefined;
      return method.call(this, plainEvent(event), ...rest);
    };
  }
  return wrapped as T;
}

function plainEvent(event: ShadowedEvent): Record<string, unknown> {
  const target = elementOf(event.target);
  const dom = target.getBackendElement() as unknown as Element | null;
  const origin = dom ? pageOrigin(dom) : { left: 0, top: 0 };
  const plain: Record<string, unknown> = {
    type: event.type,
    timeStamp: event.timeStamp,
    target: plainTarget(target),
    currentTarget: plainTarget(elementOf(event.currentTarget)),
    mark: { ...event.mark },
    detail: jsonClone(event.detail) ?? {},
  };
  const original = event.getOriginalEvent();
  if (original instanceof TouchEvent) {
    plain.touches = [...original.touches].map((touch) => plainTouch(touch, origin));
    plain.changedTouches = [...original.changedTouches].map((touch) => plainTouch(touch, origin));
    const first = original.changedTouches[0];
    plain.detail = first ? { x: first.clientX - origin.left, y: first.clientY - origin.top } : {};
  }
  return plain;
}

/** An adapter component hands out its method caller, whose element is `_$`. */
function elementOf(target: unknown): AnyElement & { is?: string } {
  return ((target as { _$?: unknown })._$ ?? target) as AnyElement & { is?: string };
}

function plainTarget(element: AnyElement): Record<string, unknown> {
  const dom = element.getBackendElement() as unknown as HTMLElement | null;
  return {
    id: element.id,
    dataset: jsonClone(element.dataset) ?? {},
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
  };
}

function plainTouch(touch: Touch, origin: { left: number; top: number }): Record<string, number> {
  const x = touch.clientX - origin.left;
  const y = touch.clientY - origin.top;
  return { identifier: touch.identifier, clientX: x, clientY: y, pageX: x, pageY: y, force: touch.force };
}

export function jsonClone<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
