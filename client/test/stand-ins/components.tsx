/** Stands in for Taro's components: the plain elements they become on the web. */
import { type ChangeEvent, forwardRef, type ReactNode } from 'react';

interface Props {
  readonly children?: ReactNode;
  readonly [name: string]: unknown;
}

function element(tag: 'div' | 'span') {
  return forwardRef<HTMLElement, Props>(({ children, openType, formType, ...props }, ref) => {
    const Tag = tag as 'div';
    return (
      <Tag ref={ref as never} {...props}>
        {children as ReactNode}
      </Tag>
    );
  });
}

export const View = element('div');
export const Text = element('span');
export const Button = element('div');

export function Input({ onInput, maxlength, focus, confirmType, placeholderClass, ...props }: Props) {
  const typed = onInput as (event: { detail: { value: string } }) => void;
  return (
    <input
      {...(props as object)}
      maxLength={maxlength as number}
      onChange={(event: ChangeEvent<HTMLInputElement>) => typed({ detail: { value: event.target.value } })}
    />
  );
}
