/** Documents in and out: chosen from a computer's disk or a WeChat chat, saved there or opened. */
import Taro from '@tarojs/taro';
import { type AnyRoute, asWhoIsSignedIn, headerOf, type Input, notReached, requestOf } from './api';
import { problemOf } from './api-problem';
import { saveBlob } from './save-blob';
import { unlessCancelled } from './unless-cancelled';

/** A document that was chosen and not sent yet. */
export interface ChosenDocument {
  /** Where it lies for now. */
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

/** Lets the person choose one document with this ending (`xlsx`); null when they cancel, or before they choose. */
export function chooseDocument(ending: string): Promise<ChosenDocument | null> {
  return process.env.TARO_ENV === 'weapp' ? chooseInChat(ending) : chooseOnDisk(ending);
}

/** WeChat shows no files but those of its chats: one sends the file to oneself first. */
async function chooseInChat(ending: string): Promise<ChosenDocument | null> {
  const choosing = Taro.chooseMessageFile({ count: 1, type: 'file', extension: [ending] });
  const [file] = (await unlessCancelled(choosing))?.tempFiles ?? [];
  return file ? { path: file.path, name: file.name, bytes: file.size } : null;
}

function chooseOnDisk(ending: string): Promise<ChosenDocument | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    // Also without it the service says what it is that was sent; this only helps to find the right one.
    input.accept = `.${ending}`;
    const done = (file?: File) => {
      input.remove();
      resolve(file ? { path: URL.createObjectURL(file), name: file.name, bytes: file.size } : null);
    };
    input.addEventListener('change', () => done(input.files?.[0]));
    input.addEventListener('cancel', () => done());
    input.hidden = true;
    // Safari opens no chooser for an input that is nowhere.
    document.body.append(input);
    input.click();
  });
}

/**
 * Fetches a document and gives it to the person: a browser saves it, WeChat opens it with a menu to pass it on.
 * @throws ApiProblem
 */
export async function saveDocument<R extends AnyRoute>(route: R, input: Input<R>, ending: string): Promise<void> {
  const url = `${SERVICE_ORIGIN}/api${requestOf(route, input).url}`;
  await asWhoIsSignedIn((token) => {
    const header = headerOf(token, undefined);
    return process.env.TARO_ENV === 'weapp' ? openInWechat(url, header, ending) : saveOnDisk(url, header);
  });
}

async function openInWechat(url: string, header: Record<string, string>, ending: string): Promise<void> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url, header }).catch((failure: unknown) => {
    throw notReached(failure);
  });
  // What went wrong is in a file then; the status alone says enough.
  if (statusCode !== 200) throw problemOf(statusCode, undefined);
  await Taro.openDocument({ filePath: tempFilePath, fileType: ending as 'xlsx', showMenu: true });
}

async function saveOnDisk(url: string, headers: Record<string, string>): Promise<void> {
  const response = await fetch(url, { headers }).catch((failure: unknown) => {
    throw notReached(failure);
  });
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined));
  const blob = await response.blob().catch((failure: unknown) => {
    throw notReached(failure);
  });
  saveBlob(blob, nameIn(response.headers.get('Content-Disposition') ?? ''));
}

/** The name that the service gives the file: `attachment; filename*=UTF-8\'\'%E5%90%8D…`. */
function nameIn(disposition: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  return encoded ? decodeURIComponent(encoded) : '';
}
