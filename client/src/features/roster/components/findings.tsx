import { View } from '@tarojs/components';
import { FINDINGS_PAGE_LIMIT, rosterContract } from '@xiangyue/shared/features/roster/roster.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { saveDocument } from '@/platform/documents';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Result } from '@/ui/result';
import { Tag } from '@/ui/tag';
import { Ways } from '@/ui/ways';
import './findings.scss';

type Finding = OutputOf<typeof rosterContract.findings>['findings'][number];

interface Props {
  readonly regionId: string;
  readonly importId: string;
  readonly fileName: string;
  readonly count: number;
}

/** What is to put right: sheet, row, column and a sentence each. */
export function Findings({ regionId, importId, fileName, count }: Props) {
  const [from, setFrom] = useState(0);
  const page = useApi(rosterContract.findings, { regionId, importId, from }, { keep: false });
  const save = useAction(() => saveDocument(rosterContract.findingsFile, { regionId, importId }, 'xlsx'));
  const last = Math.min(from + FINDINGS_PAGE_LIMIT, count);
  return (
    <Card title={fileName} aside={<Tag tone="madder">{`${count} 处要改`}</Tag>}>
      <View className="findings__lead">什么都没有写。请照下面在表格里改好、保存，再选择表格上传一次。</View>
      <Result of={page}>
        {({ findings }) => (
          <View className="findings">
            {findings.map((finding) => (
              <Line key={`${finding.sheet}/${finding.row}/${finding.column}/${finding.message}`} of={finding} />
            ))}
          </View>
        )}
      </Result>
      {count > FINDINGS_PAGE_LIMIT && (
        <View className="findings__where">{`第 ${from + 1} 到 ${last} 处，一共 ${count} 处`}</View>
      )}
      <ProblemNote problem={save.problem} />
      <Ways stacked>
        {last < count && <ActionButton onPress={() => setFrom(last)}>看后面的</ActionButton>}
        {from > 0 && <ActionButton onPress={() => setFrom(from - FINDINGS_PAGE_LIMIT)}>看前面的</ActionButton>}
        <ActionButton onPress={save.run}>{save.busy ? '正在下载…' : '下载成表格'}</ActionButton>
      </Ways>
    </Card>
  );
}

function Line({ of: { sheet, row, column, heading, message } }: { readonly of: Finding }) {
  return (
    <View className="findings__line">
      <View className="findings__place">
        <View className="findings__row">{`${sheet} 第 ${row} 行`}</View>
        <View>{column === '' ? heading : `${column} 列 ${heading}`}</View>
      </View>
      <View className="findings__message">{message}</View>
    </View>
  );
}
