/** A file of this phone or computer to the service, as the one file of a form. */
import Taro from '@tarojs/taro';
import { type AnyRoute, answerOf, asWhoIsSignedIn, headerOf, type Input, notReached, requestOf } from './api';

/** A phone at the edge of the signal sends 1 MB in half a minute. */
const TIMEOUT_MS = 60_000;

interface FileToSend {
  /** Where it lies on this phone. */
  readonly filePath: string;
  /** The form's part that holds it. */
  readonly part: string;
  /** The same for every try to send this file: it is then taken once. */
  readonly key: string;
}

/** A route whose body is a form with a file, or the upload of a photo, which is described like one (files.contract.ts). */
type FormRoute = AnyRoute | { readonly fields: Typed; readonly output: Typed };
/** A schema, as far as its types go. */
interface Typed {
  readonly _zod: { readonly input: unknown; readonly output: unknown };
}

/** What goes beside the file. */
type Fields<R> = R extends { readonly fields: Typed } ? R['fields']['_zod']['input'] : Omit<Input<R>, 'file'>;
type Answer<R extends FormRoute> = R['output']['_zod']['output'];

/**
 * Sends a file. `input` fills the path's `:names`; the rest are the form's other fields.
 * @throws ApiProblem
 */
export function sendFile<R extends FormRoute>(route: R, input: Fields<R>, file: FileToSend): Promise<Answer<R>> {
  const { url, body } = requestOf(route as AnyRoute, input as Input<AnyRoute>);
  return asWhoIsSignedIn(async (token) => {
    const { statusCode, data, header } = await send(url, body ?? {}, file, headerOf(token, file.key));
    return answerOf(statusCode, parsed(data), header) as Answer<R>;
  });
}

async function send(url: string, formData: object, file: FileToSend, header: Record<string, string>) {
  try {
    return await Taro.uploadFile({
      url: `${SERVICE_ORIGIN}/api${url}`,
      filePath: file.filePath,
      name: file.part,
      formData,
      header,
      timeout: TIMEOUT_MS,
    });
  } catch (failure) {
    throw notReached(failure);
  }
}

/** WeChat hands over the answer to an upload as text. */
function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
