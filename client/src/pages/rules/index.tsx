import { View } from '@tarojs/components';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { usePreferences } from '@/platform/preferences';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Empty } from '@/ui/empty';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SearchEntry } from '@/ui/search-field';
import { AnnouncedRules } from './announced-rules';
import { RuleDocuments } from './rule-documents';
import './index.scss';

/** 村规: what holds in my village, every clause one tap away. */
export default function Rules() {
  const village = usePreferences((preferences) => preferences.village);
  const rules = useApi(rulesContract.inForce, village && { villageId: village.id });

  return (
    <Page title="乡约" tab="rules" shows={[rules]}>
      <View className="rules__head">
        <Heading level={1}>{village ? `${village.name}的村规` : '村规'}</Heading>
      </View>
      <SearchEntry onPress={() => open(paths.search)}>在村规里找，比如：垃圾</SearchEntry>
      {village && <AnnouncedRules villageId={village.id} />}
      {village ? (
        <Result of={rules}>
          {({ documents }) => <RuleDocuments villageName={village.name} documents={documents} />}
        </Result>
      ) : (
        <Empty
          title="先选您的村"
          action={
            <ActionButton filled onPress={() => open(paths.chooseVillage)}>
              选我的村
            </ActionButton>
          }
        >
          选好以后，这里就是您村现行的村规民约。
        </Empty>
      )}
    </Page>
  );
}
