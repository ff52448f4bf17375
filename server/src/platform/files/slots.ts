/** Lets at most so many pieces of work run at once; the others wait in the order in which they came. */
export class Slots {
  private readonly waiting: Array<() => void> = [];

  constructor(private free: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // A slot goes from hand to hand: somebody who comes in between cannot take it.
      if (next) next();
      else this.free++;
    }
  }
}
