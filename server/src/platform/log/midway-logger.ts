import { format } from 'node:util';
import { LoggerFactory } from '@midwayjs/core';
import type { Log } from './log';

/** What Midway expects of a logger. */
type MidwayLogger = Record<'debug' | 'info' | 'warn' | 'error' | 'verbose', (...args: unknown[]) => void>;

/** Sends Midway's own messages into our log; by default it would write files of its own beside the service. */
export class MidwayLoggerFactory extends LoggerFactory<MidwayLogger, Record<string, unknown>> {
  private readonly logger: MidwayLogger;

  constructor(log: Log) {
    super();
    const midway = log.child({ part: 'midway' });
    const write =
      (level: 'debug' | 'warn' | 'error') =>
      (first: unknown, ...rest: unknown[]) => {
        if (first instanceof Error) midway[level](first);
        else midway[level](format(first, ...rest));
      };
    this.logger = {
      verbose: write('debug'),
      debug: write('debug'),
      info: write('debug'),
      warn: write('warn'),
      error: write('error'),
    };
  }

  createLogger(): MidwayLogger {
    return this.logger;
  }
  getLogger(): MidwayLogger {
    return this.logger;
  }
  removeLogger(): void {}
  close(): void {}
  getDefaultMidwayLoggerConfig(): { midwayLogger: Record<string, unknown> } {
    return { midwayLogger: { default: {}, clients: { coreLogger: {}, appLogger: {} } } };
  }
  createContextLogger(): MidwayLogger {
    return this.logger;
  }
}
