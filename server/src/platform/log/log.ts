/**
 * JSON lines on standard output. What goes in: codes, route patterns, durations, request numbers. What never does:
 * names, phone numbers, texts, addresses or query strings (PIPL art. 6: no more than the purpose needs).
 */
import pino from 'pino';
import type { Config } from '../config/config';

export type Log = pino.Logger;

/** The name under which the container holds the log. */
export const LOG = 'xiangyue:log';

/** Makes the process's log. It writes synchronously: the last line before a crash is the one that is needed. */
export function makeLog(level: Config['LOG_LEVEL']): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ dest: 1, sync: true }),
  );
}
