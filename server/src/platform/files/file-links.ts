/** Links by which a photo is read without a sign-in header, which `<image>` cannot send: signed, and soon over. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type FileVariant, linkExpiryS, linkText } from '@xiangyue/shared/features/files/files.rules';
import { problem } from '@xiangyue/shared/problems';
import { FILES_SETUP, type FilesSetup } from './files-setup';

/** Photos are read below this path, outside the API: their answers are pictures. */
export const FILES_PATH = '/files';

/** A link as it came in, not yet believed. */
export interface GivenLink {
  readonly fileId: string;
  readonly variant: FileVariant;
  readonly expires: unknown;
  readonly signature: unknown;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class FileLinks {
  @Inject(FILES_SETUP)
  private readonly setup!: FilesSetup;

  /**
   * A path of this service that shows the file to whoever holds it, for 10 to 15 minutes.
   * Whether this person may see the file is the caller's question; here it is already answered.
   */
  sign(fileId: string, variant: FileVariant, now: Date): string {
    const expiresS = linkExpiryS(now.getTime());
    const signature = this.signatureOf(fileId, variant, expiresS).toString('base64url');
    return `${FILES_PATH}/${fileId}/${variant}?expires=${expiresS}&signature=${signature}`;
  }

  /** Returns the seconds that are left. Problems: `files.linkInvalid` for what we never signed, `files.linkExpired`. */
  verify({ fileId, variant, expires, signature }: GivenLink, now: Date): number {
    if (typeof expires !== 'string' || !/^\d{10}$/.test(expires) || typeof signature !== 'string')
      throw problem('files.linkInvalid');
    const expected = this.signatureOf(fileId, variant, Number(expires));
    const given = Buffer.from(signature, 'base64url');
    // The lengths are no secret; the comparison of the bytes takes the same time wherever they differ.
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw problem('files.linkInvalid');
    const leftS = Number(expires) - Math.floor(now.getTime() / 1000);
    if (leftS <= 0) throw problem('files.linkExpired');
    return leftS;
  }

  private signatureOf(fileId: string, variant: FileVariant, expiresS: number): Buffer {
    return createHmac('sha256', this.setup.linkKey)
      .update(linkText(fileId, variant, expiresS))
      .digest();
  }
}
