import type { Grant, Role } from './access';

/**
 * True when one of the grants, still running, gives one of the roles in a region of the path.
 * @param regionPath ids from the county down to what is acted on
 */
export function holdsRoleWithin(
  grants: readonly Grant[],
  roles: readonly Role[],
  regionPath: readonly string[],
  nowMs: number,
): boolean {
  return grants.some(
    (grant) => roles.includes(grant.role) && regionPath.includes(grant.regionId) && nowMs <= grant.endsAtMs,
  );
}

/** True when the grant list gives one of the roles anywhere, still running. */
export function holdsRole(grants: readonly Grant[], roles: readonly Role[], nowMs: number): boolean {
  return grants.some((grant) => roles.includes(grant.role) && nowMs <= grant.endsAtMs);
}

/** What each office may hand out: each step up adds to what the step below hands out. */
const BY_VILLAGE: readonly Role[] = ['gridMember', 'groupLeader', 'courtyardHead', 'panelMember', 'volunteerLeader'];
const BY_TOWN: readonly Role[] = ['legalAdviser', 'officer', 'peaceStaff', 'cadre', ...BY_VILLAGE];
const BY_COUNTY: readonly Role[] = ['townOffice', ...BY_TOWN];

/**
 * Which roles a person may hand out, by the roles that they hold themselves: nobody hands out their own office or a
 * higher one, so no chain of grants leads upwards.
 */
const MAY_GRANT: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  countyAdministrator: BY_COUNTY,
  townOffice: BY_TOWN,
  cadre: BY_VILLAGE,
};

/** Roles that may hand out others at all; the route's access names them, the rule below decides which and where. */
export const GRANTING_ROLES = Object.keys(MAY_GRANT) as Role[];

/** True when these grants let their holder hand out (or take back) the role in the region of the path. */
export function mayGrant(grants: readonly Grant[], role: Role, regionPath: readonly string[], nowMs: number): boolean {
  return GRANTING_ROLES.some(
    (own) => MAY_GRANT[own]?.includes(role) && holdsRoleWithin(grants, [own], regionPath, nowMs),
  );
}
