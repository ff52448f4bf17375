import { View } from '@tarojs/components';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Loading } from '@/ui/loading';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import type { DocumentSummary } from './rule-documents';

/** The village's compact with the title of every clause, so that one tap leads to the one that is wanted. */
export function MainDocument({ summary }: { readonly summary: DocumentSummary }) {
  const { id, title, clauseCount, effectiveFrom, illustrative } = summary;
  const document = useApi(rulesContract.document, { documentId: id });
  return (
    <Result of={document} loading={<Loading lines={clauseCount} />}>
      {({ clauses }) => (
        <Card title={title} aside={illustrative && <Tag tone="ochre">示例文本</Tag>} flush>
          <View className="rules__facts">
            共 {clauseCount} 条，{sayDate(effectiveFrom)}起实行
          </View>
          {clauses.map((clause) => (
            <Row
              key={clause.number}
              lead={clause.number}
              title={clause.title}
              onPress={() => open(paths.clause(id, clause.number))}
            />
          ))}
          <View className="rules__whole">
            <ActionButton onPress={() => open(paths.document(id))}>从头看全文</ActionButton>
          </View>
        </Card>
      )}
    </Result>
  );
}
