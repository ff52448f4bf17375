import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { type ClauseChange, compareVersions } from '@xiangyue/shared/features/rules/compare.rules';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { useMemo, useState } from 'react';
import { useApi } from '@/platform/use-api';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Toggle } from '@/ui/toggle';
import type { RuleDocument } from '../../clause-words';
import { ChangeCard } from '../../components/change-card';
import './index.scss';

/** 改了什么: two versions clause by clause, changed words marked. */
export default function ComparePage() {
  const { fromId = '', toId = '' } = useRouter().params;
  const older = useApi(rulesContract.document, { documentId: fromId });
  const newer = useApi(rulesContract.document, { documentId: toId });
  return (
    <Page title="改了什么" shows={[older, newer]}>
      <Result of={older}>
        {(before) => <Result of={newer}>{(after) => <Changes before={before} after={after} />}</Result>}
      </Result>
    </Page>
  );
}

function Changes({ before, after }: { readonly before: RuleDocument; readonly after: RuleDocument }) {
  const [showsAll, setShowsAll] = useState(false);
  const changes = useMemo(() => compareVersions(before.clauses, after.clauses), [before, after]);
  const changed = changes.filter(({ kind }) => kind !== 'same');
  return (
    <>
      <PageHead title={after.title} note={`第 ${before.version} 版 → 第 ${after.version} 版：${sayCounts(changes)}`} />
      <View className="compare__all">
        <Toggle
          title="没改的也看"
          note={`共 ${changes.length} 条，改动 ${changed.length} 条`}
          on={showsAll}
          onChange={setShowsAll}
        />
      </View>
      {changed.length === 0 && !showsAll && <Empty title="两版一字不差" />}
      {(showsAll ? changes : changed).map((change) => (
        <ChangeCard key={change.key} change={change} />
      ))}
    </>
  );
}

const KINDS = [
  ['added', '新加'],
  ['removed', '去掉'],
  ['changed', '改字'],
  ['moved', '挪动'],
] as const;

function sayCounts(changes: readonly ClauseChange<unknown>[]): string {
  const counts = KINDS.map(([kind, word]) => [changes.filter((change) => change.kind === kind).length, word] as const);
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${word} ${count} 条`);
  return said.length > 0 ? said.join('，') : '没有改动';
}
