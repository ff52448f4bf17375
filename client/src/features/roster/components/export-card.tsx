import { rosterContract } from '@xiangyue/shared/features/roster/roster.contract';
import { saveDocument } from '@/platform/documents';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Ways } from '@/ui/ways';

/** The way out: the roster as it is, in the template's shape. */
export function ExportCard({ regionId }: { readonly regionId: string }) {
  const save = useAction(() => saveDocument(rosterContract.export, { regionId }, 'xlsx'));
  return (
    <Card title="导出成表格">
      <Prose>
        样子和模板一样，改好以后可以再导入。里面有身份证号和手机号，请妥善保管；谁在什么时候导出过，都有记录。
      </Prose>
      <ProblemNote problem={save.problem} />
      <Ways stacked>
        <ActionButton onPress={save.run}>{save.busy ? '正在导出…' : '导出名册'}</ActionButton>
      </Ways>
    </Card>
  );
}
