import { Image, View } from '@tarojs/components';
import type { ChosenPhoto, Photos } from '@/platform/use-photos';
import { aria } from './aria';
import { Icon } from './icon';
import { Tappable } from './tappable';
import './photo-picker.scss';

interface Props {
  /** What to photograph and what for: 表决记录的照片. */
  readonly label: string;
  /** From `usePhotos`. */
  readonly photos: Photos;
}

/** Photos of a form: chosen, on their way, arrived, or to be sent again. */
export function PhotoPicker({ label, photos: { photos, max, add, retry, remove } }: Props) {
  const left = max - photos.length;
  const problem = photos.find((photo) => photo.problem)?.problem;
  return (
    <View className="photo-picker">
      <View className="photo-picker__label">{label}</View>
      <View className="photo-picker__photos">
        {photos.map((photo, index) => (
          <View key={photo.key} className="photo-picker__photo">
            <Image className="photo-picker__image" src={photo.path} mode="aspectFill" />
            <PhotoState photo={photo} retry={() => retry(photo)} />
            <Tappable
              className="photo-picker__remove"
              label={`去掉第 ${index + 1} 张照片`}
              onPress={() => remove(photo.key)}
            >
              <Icon name="close" />
            </Tappable>
          </View>
        ))}
        {left > 0 && (
          <Tappable className="photo-picker__add" onPress={add}>
            <View className="photo-picker__plus" {...aria({ hidden: true })} />
            <View>{photos.length === 0 ? '添加照片' : `还可加 ${left} 张`}</View>
          </Tappable>
        )}
      </View>
      {problem && (
        <View className="photo-picker__problem" {...aria({ role: 'alert' })}>
          {problem.detail ? `${problem.title}。${problem.detail}` : problem.title}
        </View>
      )}
    </View>
  );
}

function PhotoState({ photo, retry }: { readonly photo: ChosenPhoto; readonly retry: () => void }) {
  if (photo.state === 'sent') return null;
  if (photo.state === 'sending') return <View className="photo-picker__state">上传中</View>;
  // What the service refused it would refuse again.
  if (photo.problem?.isRefusal) return <View className="photo-picker__state photo-picker__state--failed">没传上</View>;
  return (
    <Tappable className="photo-picker__state photo-picker__state--failed" onPress={retry}>
      没传上，重试
    </Tappable>
  );
}
