import { View } from '@tarojs/components';
import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { paths } from '@/paths';
import { backOr } from '@/platform/navigate';
import { type RememberedVillage, usePreferences } from '@/platform/preferences';
import { useApi } from '@/platform/use-api';
import { Heading } from '@/ui/heading';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { TownshipCard } from '../../components/township-card';
import './index.scss';

/** 选村: one tap, and this phone remembers it. */
export default function ChooseVillage() {
  const chosen = usePreferences(({ village }) => village);
  const chooseVillage = usePreferences((preferences) => preferences.chooseVillage);
  const regions = useApi(regionsContract.townships, {});

  function choose(village: RememberedVillage) {
    chooseVillage(village);
    backOr(paths.home);
  }

  return (
    <Page title="选村" shows={[regions]}>
      <View className="choose-village__head">
        <Heading level={1}>您是哪个村的？</Heading>
        <View className="choose-village__note">点一下就选好，以后随时可以换。</View>
      </View>
      <Result of={regions} loading={<Loading lines={6} />}>
        {({ townships }) =>
          townships.map((township) => (
            <TownshipCard key={township.id} township={township} chosenId={chosen?.id} onChoose={choose} />
          ))
        }
      </Result>
    </Page>
  );
}
