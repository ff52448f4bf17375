import type { ShownState } from '@xiangyue/shared/features/rules/life.rules';
import { Tag } from '@/ui/tag';

/** How a published version stands today, as one word. */
export function ShownTag({ shown }: { readonly shown: ShownState }) {
  if (shown === 'superseded') return <Tag tone="madder">已被新版代替</Tag>;
  return shown === 'upcoming' ? <Tag tone="ochre">还没有实行</Tag> : <Tag tone="tea">现行</Tag>;
}
