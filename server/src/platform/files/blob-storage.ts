/**
 * Where the bytes of photos lie. Two kinds: a folder of this machine (folder-storage.ts) and anything that speaks S3
 * (s3-storage.ts); server/test/files/storage.test.ts holds what both must do.
 */
import type { Readable } from 'node:stream';
import { type FileVariant, fileVariants } from '@xiangyue/shared/features/files/files.rules';
import { documentId } from '@xiangyue/shared/kernel/fields';

/** The name of a blob inside its storage; only `blobName` makes one, so none can lead out of the storage. */
export type BlobName = string & { readonly __blobName: unique symbol };

/** An opened blob. Whoever opens it reads it to the end or destroys the stream. */
export interface OpenBlob {
  readonly bytes: number;
  readonly stream: Readable;
}

export interface BlobStorage {
  /** Keeps the bytes under the name, whole and durable or not at all. Putting again replaces. */
  put(name: BlobName, bytes: Buffer): Promise<void>;
  /** Null when there is none. */
  open(name: BlobName): Promise<OpenBlob | null>;
  /** Forgets the blob; forgetting what is not there is success, so that an interrupted deletion can be repeated. */
  delete(name: BlobName): Promise<void>;
}

/**
 * The name of a file's blob: `7k/01kd…7k-thumbnail.jpg`. Ids begin with their time, so the last two characters, which are
 * random, choose one of 1,024 subfolders: a million photos are about 2,000 entries in each.
 * Throws a RangeError for anything that is not an id and a variant.
 */
export function blobName(fileId: string, variant: FileVariant): BlobName {
  if (!documentId.safeParse(fileId).success || !fileVariants.includes(variant))
    throw new RangeError('a blob is named by the id of a file and a variant');
  return `${fileId.slice(-2)}/${fileId}-${variant}.jpg` as BlobName;
}
