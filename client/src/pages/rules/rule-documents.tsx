import type { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { IllustrativeNote } from '@/ui/illustrative-note';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { MainDocument } from './main-document';

export type DocumentSummary = OutputOf<typeof rulesContract.inForce>['documents'][number];

interface Props {
  readonly villageName: string;
  /** In force now; the compact itself comes first. */
  readonly documents: readonly DocumentSummary[];
}

/** The village's documents: the first with all its clauses, the others as rows. */
export function RuleDocuments({ villageName, documents }: Props) {
  const [main, ...others] = documents;
  if (!main)
    return (
      <Empty title={`${villageName}还没有公布村规民约`}>
        村里开会定好、公布以后，在这里就能看到。想知道什么时候有，可以问村干部；别的村的村规，上面可以找。
      </Empty>
    );
  return (
    <>
      <MainDocument summary={main} />
      {others.length > 0 && (
        <Card title="另外的约定" flush>
          {others.map(({ id, title, clauseCount, effectiveFrom, illustrative }) => (
            <Row
              key={id}
              title={title}
              note={`${clauseCount} 条，${sayDate(effectiveFrom)}起实行`}
              aside={illustrative && <Tag tone="ochre">示例文本</Tag>}
              onPress={() => open(paths.document(id))}
            />
          ))}
        </Card>
      )}
      {documents.some(({ illustrative }) => illustrative) && <IllustrativeNote what="村规" />}
    </>
  );
}
