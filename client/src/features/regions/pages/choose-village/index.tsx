import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { paths } from '@/paths';
import { backOr } from '@/platform/navigate';
import { type RememberedVillage, usePreferences } from '@/platform/preferences';
import { useApi } from '@/platform/use-api';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { TownshipCard } from '../../components/township-card';

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
      <PageHead title="您是哪个村的？" note="点一下就选好，以后随时可以换。" />
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
