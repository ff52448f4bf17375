/** Photos from the camera or the album to the service. */
import Taro from '@tarojs/taro';
import { filesContract, PHOTO_PART, type Photo } from '@xiangyue/shared/features/files/files.contract';
import { sendFile } from './send-file';

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
  const { path: url } = filesContract.upload;
  return (await sendFile({ url, filePath, part: PHOTO_PART, fields: { purpose }, key })) as Photo;
}
