import { View } from '@tarojs/components';
import { PageHead } from '@/ui/page-head';
import type { RuleWork } from '../use-desk';
import { StateTag } from './state-tag';
import './rule-head.scss';

interface Props {
  readonly rule: Pick<RuleWork, 'title' | 'villageName' | 'version' | 'state'> & {
    readonly clauses: readonly unknown[];
  };
}

/** Which rule of which village this is, and how far it has come. */
export function RuleHead({ rule: { title, villageName, version, clauses, state } }: Props) {
  return (
    <PageHead
      title={title}
      note={
        <View className="rule-head">
          <View>
            {villageName}，第 {version} 版，{clauses.length} 条
          </View>
          <StateTag state={state} />
        </View>
      }
    />
  );
}
