/** Reads a form with one file, which is handed on as it arrives, and never more of it than it may be. */
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Problem } from '@xiangyue/shared/kernel/problem';
import { problem } from '@xiangyue/shared/problems';
import busboy, { type Busboy } from 'busboy';

/** What a form has beside its file is a few short fields; the rest is room for what a phone's system adds. */
const FIELDS_LIMIT = 8;
const FIELD_MAX_BYTES = 200;
/** A file that is too large is read on, without keeping it, up to so many times its limit: a phone reads the answer only
 * once it has sent everything. Beyond, the connection is cut. */
const READ_TIMES = 3;

/** What a form must be, and what its sender hears otherwise. */
export interface FormRules {
  /** The name of the file's part; other parts are read and forgotten. */
  readonly part: string;
  readonly maxBytes: number;
  readonly problems: {
    readonly formExpected: () => Problem;
    readonly missing: () => Problem;
    readonly oneAtATime: () => Problem;
    readonly tooLarge: () => Problem;
  };
}

export interface ReceivedForm<Kept> {
  /** What `keep` made of the file. */
  readonly kept: Kept;
  /** By name; a name that was sent twice has its last value. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads the form to its end. Problems: those of the rules, `request.malformed` (also when the sender went away).
 * @param keep takes the file's bytes, and must take all of them; once this has settled it is called no more
 */
export async function receiveForm<Kept>(
  request: IncomingMessage,
  rules: FormRules,
  keep: (bytes: Readable, name: string) => Promise<Kept>,
): Promise<ReceivedForm<Kept>> {
  const form = openForm(request, rules);
  const fields = new Map<string, string>();
  let refusal: Problem | undefined;
  let keeping: Promise<Kept> | undefined;
  let ownFailure: Error | undefined;
  const refuse = (reason: Problem) => {
    refusal ??= reason;
  };
  form.on('field', (name, value) => fields.set(name, value));
  form.on('filesLimit', () => refuse(rules.problems.oneAtATime()));
  form.on('fieldsLimit', () => refuse(problem('request.malformed')));
  form.on('file', (name, stream, { filename = '' }) => {
    stream.on('limit', () => refuse(rules.problems.tooLarge()));
    if (name !== rules.part) {
      stream.resume();
      return;
    }
    keeping = keep(stream, filename);
    keeping.catch((error: NodeJS.ErrnoException) => {
      // A full disk must stop the reading, which would wait for it for ever.
      if (error.syscall !== undefined) ownFailure = error;
      form.destroy(error);
    });
  });
  try {
    await feed(request, form, rules);
    const kept = await keeping;
    if (refusal) throw refusal;
    if (keeping === undefined) throw rules.problems.missing();
    return { kept: kept as Kept, fields: Object.fromEntries(fields) };
  } catch (error) {
    await keeping?.catch(() => undefined);
    throw ownFailure ?? (error instanceof Problem ? error : problem('request.malformed', undefined, CUT));
  }
}

/** The rest of the body is not read, so the connection cannot serve another request. */
const CUT = { headers: { Connection: 'close' } };

function openForm(request: IncomingMessage, { maxBytes, problems }: FormRules): Busboy {
  if (!/^multipart\/form-data\s*;/i.test(request.headers['content-type'] ?? '')) throw problems.formExpected();
  try {
    return busboy({
      headers: request.headers,
      // A name is Chinese as often as not.
      defParamCharset: 'utf8',
      // One byte more than is allowed tells "exactly the limit" from "above it".
      limits: { files: 1, fileSize: maxBytes + 1, fields: FIELDS_LIMIT, fieldSize: FIELD_MAX_BYTES },
    });
  } catch {
    throw problems.formExpected();
  }
}

/** Resolves when the form was read to its end. */
function feed(request: IncomingMessage, form: Busboy, { maxBytes, problems }: FormRules): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (reason: Error) => {
      request.unpipe(form);
      form.destroy(reason);
      reject(reason);
    };
    let received = 0;
    form.once('error', stop);
    form.once('close', resolve);
    // Not `end`: a sender that goes away ends nothing.
    request.once('close', () => {
      if (!request.complete) stop(problem('request.malformed'));
    });
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > READ_TIMES * maxBytes) stop(cutting(problems.tooLarge()));
    });
    request.pipe(form);
    if (request.destroyed) stop(problem('request.malformed'));
  });
}

function cutting({ code, status, title, detail, errors }: Problem): Problem {
  return new Problem(code, status, title, detail, errors, CUT.headers);
}
