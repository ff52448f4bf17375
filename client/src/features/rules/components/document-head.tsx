import { View } from '@tarojs/components';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { Heading } from '@/ui/heading';
import { LozengeStrip } from '@/ui/lozenge-strip';
import { Tag } from '@/ui/tag';
import type { RuleDocument } from '../clause-words';
import './document-head.scss';

/** What a document is, since when it holds, and whether it is one at all. */
export function DocumentHead({ document }: { readonly document: RuleDocument }) {
  return (
    <View className="document-head">
      <Heading level={1}>{document.title}</Heading>
      <View className="document-head__dates">
        {sayDate(document.adoptedOn)}通过，{sayDate(document.effectiveFrom)}起实行
      </View>
      <View className="document-head__tags">
        <Tag tone="tea">现行</Tag>
        <Tag tone="indigo">{`第 ${document.version} 版`}</Tag>
        {document.illustrative && <Tag tone="ochre">示例文本</Tag>}
      </View>
      <LozengeStrip />
    </View>
  );
}
