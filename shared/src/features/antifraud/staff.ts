import type { Role } from '../../kernel/access';

/** Who writes cases, answers questions and runs campaigns; whoever is nearest to the village comes first. */
export const ANTIFRAUD_STAFF: readonly Role[] = ['officer', 'peaceStaff', 'townOffice'];
