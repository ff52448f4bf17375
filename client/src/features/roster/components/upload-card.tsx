import { rosterContract } from '@xiangyue/shared/features/roster/roster.contract';
import { saveDocument } from '@/platform/documents';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Ways } from '@/ui/ways';

interface Props {
  readonly regionId: string;
  readonly upload: Pick<ReturnType<typeof useAction>, 'busy' | 'problem' | 'run'>;
  /** Whether choosing a file is the next thing to do. */
  readonly filled: boolean;
}

const CHOOSE = process.env.TARO_ENV === 'weapp' ? '从聊天里选表格' : '选择表格';

/** The way in: a template to fill in, and the file to check. */
export function UploadCard({ regionId, upload, filled }: Props) {
  const template = useAction(() => saveDocument(rosterContract.template, { regionId }, 'xlsx'));
  return (
    <Card title="从表格导入">
      <Prose>
        办公室里现成的表多半能直接用：一人一行，有户号、姓名、与户主关系这些表头。没有的话，先下载模板填写。
      </Prose>
      {process.env.TARO_ENV === 'weapp' && <Prose>请先把表格发到自己的“文件传输助手”，再从聊天里选它。</Prose>}
      <ProblemNote problem={upload.problem ?? template.problem} />
      <Ways stacked>
        <ActionButton filled={filled} icon="upload" onPress={() => upload.run()}>
          {upload.busy ? '正在上传…' : CHOOSE}
        </ActionButton>
        <ActionButton onPress={template.run}>{template.busy ? '正在下载…' : '下载模板'}</ActionButton>
      </Ways>
    </Card>
  );
}
