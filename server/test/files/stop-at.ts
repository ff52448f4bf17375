import type { BlobName, BlobStorage } from '../../src/platform/files/blob-storage';

type Step = 'put original' | 'put thumbnail' | 'delete original' | 'delete thumbnail';

/**
 * A storage in front of another, in which the process dies: at the given step nothing more happens, no error, no clean-up,
 * as after `kill -9`. What is in the database and in the storage then is what a new process finds.
 */
export class StopAt implements BlobStorage {
  /** Resolves when the step was reached. */
  readonly died: Promise<void>;
  private die!: () => void;

  constructor(
    private readonly inner: BlobStorage,
    private readonly when: 'before' | 'after',
    private readonly step: Step,
  ) {
    this.died = new Promise((resolve) => {
      this.die = resolve;
    });
  }

  put(name: BlobName, bytes: Buffer): Promise<void> {
    return this.pass('put', name, () => this.inner.put(name, bytes));
  }

  open(name: BlobName) {
    return this.inner.open(name);
  }

  delete(name: BlobName): Promise<void> {
    return this.pass('delete', name, () => this.inner.delete(name));
  }

  private async pass(operation: string, name: string, work: () => Promise<void>): Promise<void> {
    const isHere = `${operation} ${/-(\w+)\.jpg$/.exec(name)?.[1]}` === this.step;
    if (!isHere) return work();
    if (this.when === 'after') await work();
    this.die();
    return new Promise(() => undefined);
  }
}
