import { View } from '@tarojs/components';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { saveDocument } from '@/platform/documents';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { ProblemNote } from '@/ui/problem-note';
import { Ways } from '@/ui/ways';

const onTheWeb = process.env.TARO_ENV !== 'weapp';

/** The rule on paper: a PDF to keep, pass on or print, made by the service; a browser also prints the page as it is. */
export function PaperWays({ documentId }: { readonly documentId: string }) {
  const save = useAction(() => saveDocument(rulesContract.pdf, { documentId }, 'pdf'));
  return (
    <View className="no-print">
      <ProblemNote problem={save.problem} />
      <Ways>
        <ActionButton onPress={save.run}>{save.busy ? '正在取…' : onTheWeb ? '存成 PDF' : '打开 PDF'}</ActionButton>
        {onTheWeb && <ActionButton onPress={() => window.print()}>打印</ActionButton>}
      </Ways>
    </View>
  );
}
