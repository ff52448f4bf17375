import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { usePreferences } from '@/platform/preferences';
import { useApi } from '@/platform/use-api';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { RulesCard, VillageRow } from './rules-card';
import { TodaysClause } from './todays-clause';
import { TodaysWarning } from './todays-warning';
import { TownshipFacts } from './township-facts';
import { VillageHead } from './village-head';
import { Welcome } from './welcome';
import './index.scss';

/** 首页: where am I, and what holds here. */
export default function Home() {
  const village = usePreferences((preferences) => preferences.village);
  const rules = useApi(rulesContract.inForce, village && { villageId: village.id });
  const regions = useApi(regionsContract.townships, {});

  return (
    <Page title="乡约" tab="home" shows={village ? [rules, regions] : [regions]}>
      {village ? <VillageHead village={village} /> : <Welcome />}
      {village && (
        <Result of={rules}>
          {({ documents }) => (
            <>
              <RulesCard village={village} documents={documents} />
              {documents[0] && <TodaysClause documentId={documents[0].id} />}
            </>
          )}
        </Result>
      )}
      <TodaysWarning villageId={village?.id} />
      {village && <VillageRow village={village} />}
      <Result of={regions}>
        {({ townships }) => <TownshipFacts townships={townships} townshipId={village?.townshipId} />}
      </Result>
    </Page>
  );
}
