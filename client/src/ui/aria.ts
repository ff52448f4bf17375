interface Spoken {
  readonly role?: 'main' | 'status' | 'alert' | 'radiogroup' | 'group' | 'heading' | 'img';
  readonly label?: string;
  /** Says nothing: a drawing, or what the words beside it say already. */
  readonly hidden?: true;
}

/** What a screen reader is told about an element: the web and WeChat have different names for it. */
export function aria({ role, label, hidden }: Spoken) {
  return {
    ...(role && { [process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role']: role }),
    ...(label && { 'aria-label': label }),
    ...(hidden && { 'aria-hidden': true }),
  };
}
