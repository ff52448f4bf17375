/** How a claim's state looks: the tone of its tag. */
import { CLAIM_STATE_NAMES, type ClaimState } from '@xiangyue/shared/features/points/points.rules';

type Tone = 'indigo' | 'ochre' | 'tea' | 'madder';

const TONES: Readonly<Record<ClaimState, Tone>> = {
  group: 'ochre',
  panel: 'ochre',
  publicity: 'ochre',
  crediting: 'ochre',
  credited: 'tea',
  reversing: 'ochre',
  reversed: 'madder',
  refused: 'madder',
  withdrawn: 'indigo',
};

/** The word and the colour of a state. */
export function stateLook(state: ClaimState): { readonly tone: Tone; readonly word: string } {
  return { tone: TONES[state], word: CLAIM_STATE_NAMES[state] };
}

/** 还剩 6 天, 今天最后一天. */
export function sayDaysLeft(days: number): string {
  return days === 0 ? '今天最后一天' : `还剩 ${days} 天`;
}
