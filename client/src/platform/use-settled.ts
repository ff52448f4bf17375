import { useEffect, useState } from 'react';

/** A pause in the typing: shorter ones would have the service asked at every letter. */
const SETTLE_MS = 300;

/** The value once it has stayed the same for `ms`; an emptied text counts at once. */
export function useSettled(value: string, ms = SETTLE_MS): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return value === '' ? '' : settled;
}
