/** Photos from the camera or the album to the service. */
import Taro from '@tarojs/taro';
import { filesContract, PHOTO_PART, type Photo } from '@xiangyue/shared/features/files/files.contract';
import { answerOf, asWhoIsSignedIn, headerOf, notReached } from './api';

/** A phone at the edge of the signal sends 1 MB in half a minute. */
const TIMEOUT_MS = 60_000;

/** A photo that was chosen and not sent yet: where it lies on this phone. */
export type PhotoPath = string;

/**
 * Lets the person choose photos, made small by the phone where it can. Cancelling chooses none.
 * @param count at most so many
 */
export async function choosePhotos(count: number): Promise<PhotoPath[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
    return tempFiles.map(({ tempFilePath }) => tempFilePath);
  } catch (failure) {
    if (/cancel/i.test((failure as { errMsg?: string }).errMsg ?? '')) return [];
    throw failure;
  }
}

/**
 * Sends one photo. It is forgotten after a day unless something that is written names its id.
 * @param purpose what it is for, as the person was told: `rules.record`
 * @param key the same for every try to send this photo: it is then kept once
 * @throws ApiProblem
 */
export async function uploadPhoto(filePath: PhotoPath, purpose: string, key: string): Promise<Photo> {
  return asWhoIsSignedIn(async (token) => {
    const { statusCode, data } = await send(filePath, purpose, headerOf(token, key));
    return answerOf(statusCode, parsed(data)) as Photo;
  });
}

async function send(filePath: PhotoPath, purpose: string, header: Record<string, string>) {
  try {
    return await Taro.uploadFile({
      url: `${SERVICE_ORIGIN}/api${filesContract.upload.path}`,
      filePath,
      name: PHOTO_PART,
      formData: { purpose },
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
