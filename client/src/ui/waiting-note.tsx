import { View } from '@tarojs/components';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useWrites } from '@/platform/queue/queue';
import { classes } from './classes';
import { Icon } from './icon';
import { Tappable } from './tappable';
import './waiting-note.scss';

/** 待上传: how much waits on this phone, and what did not go through. Nothing when all is well. */
export function WaitingNote() {
  const writes = useWrites();
  const refused = writes.filter(({ refusal }) => refusal).length;
  if (writes.length === 0) return null;
  const waiting = writes.length - refused;
  const words = [waiting > 0 && `${waiting} 项待上传`, refused > 0 && `${refused} 项没有办成，请看一看`].filter(
    Boolean,
  );
  return (
    <Tappable
      className={classes('waiting-note', refused > 0 && 'waiting-note--refused')}
      onPress={() => open(paths.outbox)}
    >
      <View className="waiting-note__line">
        <Icon name="upload" />
        <View className="waiting-note__text">{words.join('，')}</View>
        <Icon name="forward" className="waiting-note__arrow" />
      </View>
    </Tappable>
  );
}
