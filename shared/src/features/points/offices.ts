/** Who does what with points, and how much they may write: what contracts and screens share. */
import type { Role } from '../../kernel/access';

/** Who sees claims of their place first. */
export const GROUP_REVIEWERS: readonly Role[] = ['courtyardHead', 'groupLeader', 'gridMember'];
/** Who assesses for the village. */
export const PANEL: readonly Role[] = ['panelMember', 'cadre'];
/** Who asks for points for somebody without a phone. */
export const CLAIM_HELPERS: readonly Role[] = [...GROUP_REVIEWERS, 'cadre'];
/** Who answers objections: the village, and the town where nobody of the village is impartial. */
export const HANDLERS: readonly Role[] = ['cadre', 'townOffice'];
/** Who hands over in the shop. */
export const SHOP_STAFF: readonly Role[] = ['gridMember', 'cadre'];

export const WORDS_MAX_CHARACTERS = 200;
