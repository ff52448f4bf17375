/** Files that go through the router of contracts: the one of a form, and the one that is an answer. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { FILE_PART, type FileAnswer, type ReceivedFile } from '@xiangyue/shared/kernel/transfer';
import { problem } from '@xiangyue/shared/problems';
import type { ParameterizedContext as Context } from 'koa';
import { receiveForm } from './receive-form';

/** Forms that one process receives at once; each holds its file in memory until it was dealt with. */
const FORMS_AT_ONCE = 4;
const NAME_MAX_CHARACTERS = 100;
let receiving = 0;

/** What is told apart when a key comes again is the content; the log and the kept reply never hold the bytes. */
class File implements ReceivedFile {
  constructor(
    readonly name: string,
    readonly bytes: Buffer,
    readonly sha256: string,
  ) {}

  toJSON(): object {
    return { name: this.name, sha256: this.sha256 };
  }
}

/**
 * The fields of a form, its file among them. Problems: `request.formExpected`, `request.fileMissing`, `request.oneFile`,
 * `request.fileTooLarge`, `request.filesBusy`, `request.malformed`.
 */
export async function readForm(request: IncomingMessage, maxBytes: number): Promise<Record<string, unknown>> {
  if (receiving >= FORMS_AT_ONCE) throw problem('request.filesBusy', undefined, { headers: { 'Retry-After': '5' } });
  receiving++;
  try {
    const rules = {
      part: FILE_PART,
      maxBytes,
      problems: {
        formExpected: () => problem('request.formExpected'),
        missing: () => problem('request.fileMissing'),
        oneAtATime: () => problem('request.oneFile'),
        tooLarge: () => problem('request.fileTooLarge', { limitMb: Math.floor(maxBytes / 1024 / 1024) }),
      },
    };
    const { kept, fields } = await receiveForm(request, rules, keepInMemory);
    return { ...fields, [FILE_PART]: kept };
  } finally {
    receiving--;
  }
}

async function keepInMemory(stream: Readable, name: string): Promise<File> {
  const chunks: Buffer[] = [];
  const hash = createHash('sha256');
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    hash.update(chunk);
  }
  return new File(name.slice(0, NAME_MAX_CHARACTERS), Buffer.concat(chunks), hash.digest('hex'));
}

/** Answers with a file, to be kept by whoever asked and by nothing in between. */
export function sendFile(ctx: Context, { name, mediaType, bytes }: FileAnswer): void {
  ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  ctx.status = 200;
  ctx.type = mediaType;
  const stream = Readable.from(bytes, { objectMode: false });
  if (ctx.method === 'HEAD') stream.destroy();
  else ctx.body = stream;
}
