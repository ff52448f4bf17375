/** Files that are not finished: uploads as they arrive and blobs as they are written. What a crash leaves is swept. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { STORING_LEASE_MS } from '@xiangyue/shared/features/files/files.rules';

/** Unfinished files are people's photos with the place still in them: nobody else on the machine may look. */
const PRIVATE_FOLDER = 0o700;

export class TempFolder {
  /** @param folder on the same file system as the blobs, so that a finished one is moved into place in one step */
  constructor(private readonly folder: string) {}

  async make(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: PRIVATE_FOLDER });
  }

  /** A path that nobody else uses; nothing is made yet. */
  newPath(): string {
    return join(this.folder, randomBytes(16).toString('hex'));
  }

  /** Removes what no living upload can still be writing. Returns how many there were. */
  async sweep(now: Date): Promise<number> {
    let removed = 0;
    for (const entry of await readdir(this.folder, { withFileTypes: true })) {
      // What somebody else put here is not ours to delete.
      if (!entry.isFile()) continue;
      const path = join(this.folder, entry.name);
      const changedAt = await stat(path).then(({ mtimeMs }) => mtimeMs, neverIfGone);
      if (changedAt > now.getTime() - STORING_LEASE_MS) continue;
      await rm(path, { force: true });
      removed++;
    }
    return removed;
  }
}

/** Its owner finished with it between the listing and the look. */
function neverIfGone(error: NodeJS.ErrnoException): number {
  if (error.code === 'ENOENT') return Number.POSITIVE_INFINITY;
  throw error;
}
