/**
 * Photos 照片: sent one at a time, private, and read through links that expire.
 *
 * The upload is described as data like every route, but not with the kernel's `route()`: a route's body is JSON that is
 * checked as a whole before the handler sees it, and this body is `multipart/form-data` of up to 10 MB that is checked
 * while it arrives. A `route()` that the router of contracts could mount and would then misread would be worse than one
 * description of its own kind. Reading is no route either: its address comes ready-made and signed from the service,
 * and its answer is a picture.
 */
import { z } from 'zod';
import { documentId } from '../../kernel/fields';
import type { FilesProblemCode } from './files.problems';
import { ATTACH_LIMIT, ORIGINAL_MAX_SIDE_PX } from './files.rules';

export const fileId = documentId;

/** Ids of uploaded photos, as a form that has photos sends them: `photoIds: photoIds.default([])`. */
export const photoIds = z
  .array(fileId)
  .max(ATTACH_LIMIT, `最多 ${ATTACH_LIMIT} 张照片`)
  .refine((ids) => new Set(ids).size === ids.length, '同一张照片放了两次');

const side = z.int().positive().max(ORIGINAL_MAX_SIDE_PX);

/** A photo as every answer shows it. The addresses are paths of this service and end after 10 to 15 minutes. */
export const photo = z.object({
  id: fileId,
  /** Of the original, in pixels, upright. */
  width: side,
  height: side,
  originalUrl: z.string(),
  thumbnailUrl: z.string(),
});
export type Photo = z.output<typeof photo>;

/** What the photo is for, as the person was told when choosing it: `points.evidence` (PIPL art. 6 and 17). */
const purpose = z.string().regex(/^[a-z][a-zA-Z]{1,19}\.[a-z][a-zA-Z]{1,29}$/, '照片的用途不对');

/** The fields beside the photo. The photo itself is the part named `PHOTO_PART`. */
const uploadFields = z.object({ purpose });

export const PHOTO_PART = 'file';

interface Upload<F extends z.ZodObject, O extends z.ZodType> {
  readonly method: 'POST';
  /** Below `/api`. Wants an `Idempotency-Key`: the same key with the same bytes is the same file. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly fields: F;
  readonly output: O;
  readonly problems: readonly FilesProblemCode[];
}

function upload<F extends z.ZodObject, O extends z.ZodType>(described: Upload<F, O>): Upload<F, O> {
  return described;
}

export const filesContract = {
  upload: upload({
    method: 'POST',
    path: '/files',
    summary: '上传一张照片',
    fields: uploadFields,
    output: photo,
    problems: [
      'files.formExpected',
      'files.photoMissing',
      'files.oneAtATime',
      'files.tooLarge',
      'files.tooManyPixels',
      'files.notAnImage',
      'files.heicUnsupported',
      'files.broken',
      'files.tooManyWaiting',
      'files.busy',
    ],
  }),
};
