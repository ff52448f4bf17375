import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { ShownTag } from '../../components/shown-tag';
import './index.scss';

type Version = OutputOf<typeof rulesContract.versions>['versions'][number];

/** 各个版本: which version held from when until when; any two neighbours can be compared. */
export default function VersionsPage() {
  const { documentId = '' } = useRouter().params;
  const rules = useApi(rulesContract.versions, { documentId });
  return (
    <Page title="各个版本" shows={[rules]}>
      <PageHead title="各个版本" />
      <Result of={rules}>
        {({ versions }) => (
          <>
            {versions.map((version, i) => {
              const former = versions[i + 1];
              return (
                <Card key={version.id} flush>
                  <Row
                    title={`第 ${version.version} 版，${version.clauseCount} 条`}
                    note={sayTime(version)}
                    aside={<ShownTag shown={version.shown} />}
                    onPress={() => open(paths.document(version.id))}
                  />
                  {former && (
                    <View className="versions__compare">
                      <ActionButton onPress={() => open(paths.compare(former.id, version.id))}>
                        {`和第 ${former.version} 版比一比`}
                      </ActionButton>
                    </View>
                  )}
                </Card>
              );
            })}
            {versions.length === 1 && <View className="versions__only">只有这一版，还没有改过。</View>}
          </>
        )}
      </Result>
    </Page>
  );
}

function sayTime({ effectiveFrom, supersededOn }: Version): string {
  return `${sayDate(effectiveFrom)}起${supersededOn ? `，${sayDate(supersededOn)}由新版代替` : '实行'}`;
}
