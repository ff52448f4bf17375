import { useRef, useState } from 'react';
import { ApiProblem } from './api-problem';

/** Something that a tap does at the service: once at a time, and what went wrong stays until the next try. */
export function useAction<Args extends unknown[]>(act: (...args: Args) => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  // Two taps may come before the first is drawn.
  const isRunning = useRef(false);

  async function run(...args: Args): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      await act(...args);
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  }

  return { busy, problem, run: (...args: Args) => void run(...args) };
}
