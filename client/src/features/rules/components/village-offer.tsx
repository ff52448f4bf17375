import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { usePreferences } from '@/platform/preferences';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Prose } from '@/ui/prose';
import { Ways } from '@/ui/ways';

/** For who came by a shared link and has no village yet: take this one, or choose another. Nothing for everyone else. */
export function VillageOffer({ villageId }: { readonly villageId: string }) {
  const chosen = usePreferences(({ village }) => village);
  const chooseVillage = usePreferences((preferences) => preferences.chooseVillage);
  const { data: village } = useApi(regionsContract.village, chosen ? null : { villageId });
  if (chosen || !village) return null;
  const { id, name, township } = village;
  return (
    <Card title={`您也是${name}的吗？`}>
      <Prose>这是{name}的村规。选好您的村，下次打开就是您村的。</Prose>
      <Ways stacked>
        <ActionButton
          filled
          onPress={() => chooseVillage({ id, name, townshipId: township.id, townshipName: township.name })}
        >
          {`是，我是${name}的`}
        </ActionButton>
        <ActionButton onPress={() => open(paths.chooseVillage)}>选别的村</ActionButton>
      </Ways>
    </Card>
  );
}
