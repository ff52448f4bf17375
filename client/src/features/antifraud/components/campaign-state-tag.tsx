import { CAMPAIGN_STATE_NAMES, type CampaignState } from '@xiangyue/shared/features/antifraud/campaign.rules';
import { Tag } from '@/ui/tag';

const TONES = { planned: 'ochre', running: 'indigo', paused: 'ochre', stopped: 'madder', done: 'tea' } as const;

export function CampaignStateTag({ state }: { readonly state: CampaignState }) {
  return <Tag tone={TONES[state]}>{CAMPAIGN_STATE_NAMES[state]}</Tag>;
}
