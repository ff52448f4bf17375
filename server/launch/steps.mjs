/** Steps that a person watches: one line each, with a turning sign while it runs and its time when it is done. */
import { constants } from 'node:os';
import process from 'node:process';

/** Something that a person can put right; its message is the whole explanation, in plain Chinese. */
export class Stop extends Error {}

const SIGNS = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const live = Boolean(process.stdout.isTTY) && !process.env.CI;

/** `3.2 秒`, `1 分 05 秒` */
export function sayDuration(ms) {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} 秒`;
  const rest = Math.floor(seconds % 60);
  return `${Math.floor(seconds / 60)} 分 ${String(rest).padStart(2, '0')} 秒`;
}

/**
 * Runs one step. `work` may return a word that is shown beside the time (已是最新), and may call `say(text)` to show how
 * far it is. On failure the line says so and the error goes on to the caller.
 */
export async function step(title, work) {
  const startedAt = performance.now();
  let detail = '';
  let turn = 0;
  const draw = () => {
    const sign = SIGNS[turn++ % SIGNS.length];
    process.stdout.write(`\r\x1b[K${sign} ${title} ${sayDuration(performance.now() - startedAt)} ${detail}`);
  };
  const timer = live ? setInterval(draw, 100) : undefined;
  const end = (sign, words) => {
    clearInterval(timer);
    if (live) process.stdout.write('\r\x1b[K');
    process.stdout.write(`${sign} ${title}（${words}${sayDuration(performance.now() - startedAt)}）\n`);
  };
  try {
    const result = await work((text) => {
      detail = text;
    });
    end('✓', typeof result === 'string' ? `${result}，` : '');
    return result;
  } catch (error) {
    end('✗', '');
    throw error;
  }
}

/** What Ctrl-C and a polite kill do just now; at first they end the process, and with it what `run` started. */
let interrupt = (signal) => process.exit(128 + constants.signals[signal]);

/** From now on Ctrl-C, SIGTERM and the closing of the terminal call `handler` instead. */
export function onInterrupt(handler) {
  interrupt = handler;
}

/** What a person reads about an error: a sentence for what they can put right, everything for a fault of ours. */
export function sayError(error) {
  return error instanceof Stop ? error.message : (error?.stack ?? String(error));
}

/** Runs a script's main function. */
export function main(work) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, (name) => interrupt(name));
  work().catch((error) => {
    console.error(`\n${sayError(error)}`);
    process.exit(1);
  });
}
