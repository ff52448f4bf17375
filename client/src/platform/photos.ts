/** Photos from the camera or the album to the service. */
import Taro from '@tarojs/taro';
import { filesContract, PHOTO_PART, type Photo } from '@xiangyue/shared/features/files/files.contract';
import { sendFile } from './send-file';
import { unlessCancelled } from './unless-cancelled';

/** A photo that was chosen and not sent yet: where it lies on this phone. */
export type PhotoPath = string;

/**
 * Lets the person choose photos, made small by the phone where it can. Cancelling chooses none.
 * @param count at most so many
 */
export async function choosePhotos(count: number): Promise<PhotoPath[]> {
  const chosen = await unlessCancelled(Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] }));
  return (chosen?.tempFiles ?? []).map(({ tempFilePath }) => tempFilePath);
}

/**
 * Sends one photo. It is forgotten after a day unless something that is written names its id.
 * @param purpose what it is for, as the person was told: `rules.record`
 * @param key the same for every try to send this photo: it is then kept once
 * @throws ApiProblem
 */
export function uploadPhoto(filePath: PhotoPath, purpose: string, key: string): Promise<Photo> {
  return sendFile(filesContract.upload, { purpose }, { filePath, part: PHOTO_PART, key });
}
