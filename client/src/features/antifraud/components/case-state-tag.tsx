import { CASE_STATE_NAMES, type CaseState } from '@xiangyue/shared/features/antifraud/case.rules';
import { Tag } from '@/ui/tag';

const TONES = { draft: 'indigo', review: 'ochre', published: 'tea', expired: 'indigo', withdrawn: 'madder' } as const;

export function CaseStateTag({ state }: { readonly state: CaseState }) {
  return <Tag tone={TONES[state]}>{CASE_STATE_NAMES[state]}</Tag>;
}
