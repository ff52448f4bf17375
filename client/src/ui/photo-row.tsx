import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Photo } from '@xiangyue/shared/features/files/files.contract';
import './photo-row.scss';

/** Photos that were sent, small and side by side; a tap shows one whole. */
export function PhotoRow({ photos }: { readonly photos: readonly Photo[] }) {
  if (photos.length === 0) return null;
  return (
    <View className="photo-row">
      {photos.map(({ id, thumbnailUrl, originalUrl }) => (
        <Image
          key={id}
          className="photo-row__photo"
          src={SERVICE_ORIGIN + thumbnailUrl}
          mode="aspectFill"
          onClick={() => void Taro.previewImage({ urls: [SERVICE_ORIGIN + originalUrl] })}
        />
      ))}
    </View>
  );
}
