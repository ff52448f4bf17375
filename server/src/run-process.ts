/** What a command that runs until it is stopped does around its work. */

interface Running {
  /** Told to the launcher as `{ ready: true, … }`. */
  readonly ready?: Readonly<Record<string, unknown>>;
  /** Told to the terminal where there is no launcher. */
  readonly sentence: string;
  stop(): Promise<void>;
}

/**
 * Starts something and stops it on SIGTERM, SIGINT, or when the launcher that it reports to is gone.
 * @param start what to run; a failure to start is one sentence and exit code 1
 */
export function runProcess(start: () => Promise<Running>): void {
  // Whatever got past every handler leaves the process in a state nobody knows; the supervisor starts a fresh one.
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  start().then((running) => {
    // In this order: whoever hears that it is ready may ask it to stop at once.
    stopWhenAsked(running);
    sayReady(running);
  }, fail);
}

function sayReady({ ready, sentence }: Running): void {
  if (process.send) process.send({ ready: true, ...ready });
  else console.error(sentence);
}

function stopWhenAsked(running: Running): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    running.stop().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
