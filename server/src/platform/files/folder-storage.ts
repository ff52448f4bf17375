import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobName, BlobStorage, OpenBlob } from './blob-storage';
import type { TempFolder } from './temp-folder';

/** Blobs in a folder of this machine. Right for one server; several servers share an S3 storage instead. */
export class FolderStorage implements BlobStorage {
  constructor(
    private readonly folder: string,
    private readonly temp: TempFolder,
  ) {}

  async put(name: BlobName, bytes: Buffer): Promise<void> {
    const path = join(this.folder, name);
    const unfinished = this.temp.newPath();
    try {
      await writeDurably(unfinished, bytes);
      const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      if (made !== undefined) await syncFolder(dirname(made));
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    // The record that follows is journaled; without this the entry it speaks of could be gone after a power cut.
    await syncFolder(dirname(path));
  }

  async open(name: BlobName): Promise<OpenBlob | null> {
    const handle = await open(join(this.folder, name), 'r').catch(nullIfAbsent);
    if (handle === null) return null;
    const { size } = await handle.stat();
    return { bytes: size, stream: handle.createReadStream() };
  }

  async delete(name: BlobName): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nullIfAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
