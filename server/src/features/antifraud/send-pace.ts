/** How fast a process asks WeChat: so many at once, and after failures in a row nobody for a while. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pauseAfterMs } from './delivery.rules';

export class SendPace {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private failures = 0;
  private resumeAtMs = 0;

  constructor(private readonly atOnce: number) {}

  /** Waits for a place, and until a pause is over. */
  async enter(): Promise<void> {
    if (this.running >= this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    for (let leftMs = this.resumeAtMs - Date.now(); leftMs > 0; leftMs = this.resumeAtMs - Date.now())
      await sleep(leftMs);
  }

  /** Whoever waits takes the place over. */
  leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running--;
  }

  succeeded(): void {
    this.failures = 0;
  }

  /** Of several that fail together one counts: they were sent at the same pace. */
  failed(): void {
    if (Date.now() < this.resumeAtMs) return;
    this.resumeAtMs = Date.now() + pauseAfterMs(++this.failures);
  }
}
