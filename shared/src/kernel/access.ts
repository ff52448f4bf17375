/** Who may do what, where. A role always holds within one region and everything below it, for a term. */

/** One English word per role; the Chinese is what people read. Kept in the glossary of ARCHITECTURE.md. */
export const ROLE_NAMES = {
  volunteerLeader: '志愿服务队长',
  courtyardHead: '院落长',
  groupLeader: '组长',
  gridMember: '网格员',
  cadre: '村干部',
  panelMember: '评议员',
  legalAdviser: '法律顾问',
  officer: '包片民警',
  peaceStaff: '综治专干',
  townOffice: '镇办公室',
  countyAdministrator: '县管理员',
} as const;

export type Role = keyof typeof ROLE_NAMES;

/** Every role, in the order in which lists show them. Being a villager needs no grant: whoever is bound to a household is one. */
export const ROLES = Object.keys(ROLE_NAMES) as Role[];

/** A role that somebody holds in a region and below. */
export interface Grant {
  readonly role: Role;
  readonly regionId: string;
  /** The last instant at which it holds, in milliseconds; elected offices last five years (村民委员会组织法 art. 11). */
  readonly endsAtMs: number;
}

/**
 * Who may call a route.
 * - `public`: anyone, without sign-in.
 * - `signedIn`: any person; the handler sees only what is theirs.
 * - roles within a scope: a person who holds one of the roles in a region that contains what the path names.
 *   `scope` says what kind of thing that is, `param` which part of the path names it.
 */
export type Access = 'public' | 'signedIn' | ScopedAccess;

/** Kinds of things that lie in a region; each has one resolver from its id to the ids of the regions above it. */
export type ScopeKind = 'region' | 'ruleDocument' | 'household' | 'pointsClaim';

export interface ScopedAccess {
  readonly roles: readonly Role[];
  readonly scope: ScopeKind;
  readonly param: string;
}

/** `access: only(['cadre'], 'region', 'villageId')`. Higher offices are named where they may act; none is implied. */
export function only(roles: readonly Role[], scope: ScopeKind, param: string): ScopedAccess {
  return { roles, scope, param };
}
