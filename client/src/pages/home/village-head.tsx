import { View } from '@tarojs/components';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import type { RememberedVillage } from '@/platform/preferences';
import { Heading } from '@/ui/heading';
import { LozengeStrip } from '@/ui/lozenge-strip';
import { Tappable } from '@/ui/tappable';

/** Where I am, and the way to another village. */
export function VillageHead({ village }: { readonly village: RememberedVillage }) {
  return (
    <>
      <View className="home__head home__head--village">
        <View className="home__names">
          <Heading level={1}>{village.name}</Heading>
          <View className="home__place">{village.townshipName}</View>
        </View>
        <Tappable className="home__change" onPress={() => open(paths.chooseVillage)}>
          换一个村
        </Tappable>
      </View>
      <LozengeStrip />
    </>
  );
}
