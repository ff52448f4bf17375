import { View } from '@tarojs/components';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { Heading } from '@/ui/heading';
import { LozengeStrip } from '@/ui/lozenge-strip';
import { Tag } from '@/ui/tag';
import type { RuleDocument } from '../clause-words';
import { ShownTag } from './shown-tag';
import './document-head.scss';

/** What a document is, since when it holds, and whether it is one at all. */
export function DocumentHead({ document }: { readonly document: RuleDocument }) {
  return (
    <View className="document-head">
      <Heading level={1}>{document.title}</Heading>
      <View className="document-head__dates">
        {sayDate(document.adoptedOn)}通过，{sayDate(document.effectiveFrom)}起实行
        {document.supersededOn && `，${sayDate(document.supersededOn)}起由新版代替`}
      </View>
      {document.filingNumber && <View className="document-head__dates">备案编号 {document.filingNumber}</View>}
      <View className="document-head__tags">
        <ShownTag shown={document.shown} />
        <Tag tone="indigo">{`第 ${document.version} 版`}</Tag>
        {document.illustrative && <Tag tone="ochre">示例文本</Tag>}
      </View>
      <LozengeStrip />
    </View>
  );
}
