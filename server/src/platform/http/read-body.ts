import type { IncomingMessage } from 'node:http';
import { problem } from '@xiangyue/shared/problems';
import getRawBody from 'raw-body';

/** Every JSON body of this application is a form filled in by hand; 256 KB is a long one. Files have their own way in. */
const BODY_LIMIT_KB = 256;

/**
 * Reads and parses a JSON body. Problems: `request.notJson`, `request.tooLarge` (found from the declared length where
 * there is one, before anything is read), `request.malformed`.
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(request.headers['content-type'] ?? ''))
    throw problem('request.notJson');
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw problem('request.malformed');
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  try {
    return await getRawBody(request, {
      length: request.headers['content-length'] ?? null,
      limit: BODY_LIMIT_KB * 1024,
      encoding: 'utf-8',
    });
  } catch (error) {
    if (isRawBodyError(error) && error.type === 'entity.too.large') {
      // What is still on its way is not read, so the connection cannot serve another request.
      throw problem('request.tooLarge', { limitKb: BODY_LIMIT_KB }, { headers: { Connection: 'close' } });
    }
    // The client hung up or lied about the length: nothing of ours is broken.
    if (isRawBodyError(error)) throw problem('request.malformed');
    throw error;
  }
}

function isRawBodyError(error: unknown): error is getRawBody.RawBodyError {
  return error instanceof Error && 'type' in error && 'statusCode' in error;
}
