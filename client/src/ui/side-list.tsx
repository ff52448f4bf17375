import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { isHere, openBeside } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { isWide } from '@/platform/wide';
import { workPlaces } from '@/workbench';
import { classes } from './classes';
import { Icon } from './icon';
import { Tappable } from './tappable';
import './side-list.scss';

/** On a desktop, below the tabs: what my offices let me do. A phone has 工作台 for it, and asks nothing here. */
export function SideList() {
  const me = useApi(identityContract.me, isWide() ? {} : null);
  const places = workPlaces(me.data?.roles ?? []);
  if (places.length === 0) return null;
  return (
    <View className="side-list">
      {places.map(({ regionId, regionName, entries }) => (
        <View key={regionId} className="side-list__place">
          <View className="side-list__name">{regionName}工作台</View>
          {entries.map(({ title, icon, url }) => (
            <Tappable
              key={title}
              className={classes('side-list__entry', isHere(url(regionId)) && 'side-list__entry--current')}
              current={isHere(url(regionId))}
              onPress={() => openBeside(url(regionId))}
            >
              <Icon name={icon} />
              <View>{title}</View>
            </Tappable>
          ))}
        </View>
      ))}
    </View>
  );
}
