import { View } from '@tarojs/components';
import { Icon } from '@/ui/icon';
import { Tappable } from '@/ui/tappable';
import './clause-pager.scss';

interface Props {
  /** Numbers of the neighbours; undefined at the ends. */
  readonly previous: number | undefined;
  readonly next: number | undefined;
  readonly onShow: (number: number) => void;
}

/** To the clause before and the one after. */
export function ClausePager({ previous, next, onShow }: Props) {
  return (
    <View className="clause-pager">
      <Tappable
        className="clause-pager__way"
        disabled={previous === undefined}
        onPress={() => previous !== undefined && onShow(previous)}
      >
        <Icon name="back" />
        上一条
      </Tappable>
      <Tappable
        className="clause-pager__way"
        disabled={next === undefined}
        onPress={() => next !== undefined && onShow(next)}
      >
        下一条
        <Icon name="forward" />
      </Tappable>
    </View>
  );
}
