/** The one place where it is decided whether a request may call a route. */
import type { Access, ScopeKind } from '@xiangyue/shared/kernel/access';
import { holdsRoleWithin } from '@xiangyue/shared/kernel/access.rules';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from './actor';

/** What the gate must be told by features: who a token belongs to, and where things lie. */
export interface Registry {
  /** The person behind a session token. Problems: `session.ended`. */
  actorOf(token: string, now: Date): Promise<Actor>;
  /** Ids of the regions from the county down to the thing. Throws the feature's own "unknown" problem. */
  readonly regionPathOf: Readonly<Record<ScopeKind, (id: string) => Promise<readonly string[]>>>;
}

const BEARER = /^Bearer ([\w-]{20,100})$/;

/**
 * Lets a request through with its actor, or throws `session.missing`, `session.ended` or `access.outOfScope`.
 * A public route has no actor, whoever calls it.
 * @param params the checked parts of the path; the access of a scoped route is decided by one of them
 */
export async function admit(
  registry: Registry,
  access: Access,
  authorization: string | undefined,
  params: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<Actor | undefined> {
  if (access === 'public') return undefined;
  const token = BEARER.exec(authorization ?? '')?.[1];
  if (token === undefined) throw problem('session.missing');
  const actor = await registry.actorOf(token, now);
  if (access === 'signedIn') return actor;
  const path = await registry.regionPathOf[access.scope](String(params[access.param]));
  if (!holdsRoleWithin(actor.grants, access.roles, path, now.getTime())) throw problem('access.outOfScope');
  return actor;
}
