/** Files that go through the API: in as the one file of a form, out as the answer itself. */
import { z } from 'zod';

/** The form's part that holds the file. */
export const FILE_PART = 'file';

/** A file as it came in: whole, within the route's limit, and not yet believed to be what its name says. */
export interface ReceivedFile {
  /** As the sender's machine called it, cut to 100 characters; only to be shown to the sender. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In hex. */
  readonly sha256: string;
}

/** The field of a body that is a file: `body: z.object({ file: receivedFile })`, beside the route's `fileMaxBytes`. */
export const receivedFile = z.custom<ReceivedFile>(
  (value) => typeof value === 'object' && value !== null,
  '请选择文件',
);

/** A file as an answer. Its bytes are made while they are sent. */
export interface FileAnswer {
  readonly name: string;
  /** `application/pdf` */
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The output of a route that answers with a file: `output: fileAnswer`. */
export const fileAnswer = z.custom<FileAnswer>();
