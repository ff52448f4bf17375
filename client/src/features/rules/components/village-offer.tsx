import { View } from '@tarojs/components';
import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { usePreferences } from '@/platform/preferences';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import './village-offer.scss';

/** For who came by a shared link and has no village yet: take this one, or choose another. Nothing for everyone else. */
export function VillageOffer({ villageId }: { readonly villageId: string }) {
  const chosen = usePreferences(({ village }) => village);
  const chooseVillage = usePreferences((preferences) => preferences.chooseVillage);
  const { data: village } = useApi(regionsContract.village, chosen ? null : { villageId });
  if (chosen || !village) return null;
  const { id, name, township } = village;
  return (
    <Card title={`您也是${name}的吗？`}>
      <View className="village-offer__text">这是{name}的村规。选好您的村，下次打开就是您村的。</View>
      <View className="village-offer__ways">
        <ActionButton
          filled
          onPress={() => chooseVillage({ id, name, townshipId: township.id, townshipName: township.name })}
        >
          {`是，我是${name}的`}
        </ActionButton>
        <ActionButton onPress={() => open(paths.chooseVillage)}>选别的村</ActionButton>
      </View>
    </Card>
  );
}
