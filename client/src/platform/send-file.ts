/** A file of this phone or computer to the service, as the one file of a form. */
import Taro from '@tarojs/taro';
import { answerOf, asWhoIsSignedIn, headerOf, notReached } from './api';

/** A phone at the edge of the signal sends 1 MB in half a minute. */
const TIMEOUT_MS = 60_000;

interface FileToSend {
  /** Below `/api`. */
  readonly url: string;
  /** Where it lies on this phone. */
  readonly filePath: string;
  /** The form's part that holds it. */
  readonly part: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The same for every try to send this file: it is then taken once. */
  readonly key: string;
}

/** @throws ApiProblem */
export async function sendFile(file: FileToSend): Promise<object> {
  return asWhoIsSignedIn(async (token) => {
    const { statusCode, data } = await send(file, headerOf(token, file.key));
    return answerOf(statusCode, parsed(data));
  });
}

async function send({ url, filePath, part, fields }: FileToSend, header: Record<string, string>) {
  try {
    return await Taro.uploadFile({
      url: `${SERVICE_ORIGIN}/api${url}`,
      filePath,
      name: part,
      formData: fields,
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
