import { type RuleState, STATE_NAMES } from '@xiangyue/shared/features/rules/life.rules';
import { Tag } from '@/ui/tag';

const TONES: Readonly<Record<RuleState, 'indigo' | 'ochre' | 'tea' | 'madder'>> = {
  draft: 'indigo',
  comments: 'ochre',
  review: 'ochre',
  resolution: 'ochre',
  adopted: 'ochre',
  filed: 'tea',
  inForce: 'tea',
  superseded: 'madder',
  withdrawn: 'madder',
};

/** Where a document is, as one word. */
export function StateTag({ state }: { readonly state: RuleState }) {
  return <Tag tone={TONES[state]}>{STATE_NAMES[state]}</Tag>;
}
