/** Handing out and taking back roles. Everything stays in the person's document: who, when, until when, taken back by whom. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { ROLE_NAMES } from '@xiangyue/shared/kernel/access';
import { mayGrant } from '@xiangyue/shared/kernel/access.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { endOfLocalDate, localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { RegionsService } from '../regions/regions.service';
import { type GrantRecord, isRunning, PeopleStore } from './people.store';

/** 村民委员会组织法 art. 11: five years; one day more, so that a term may end on its own anniversary. */
const TERM_MAX_MS = (5 * 365.25 + 1) * 24 * 3600_000;

type ListedGrant = OutputOf<typeof identityContract.grants>['grants'][number];

@Provide()
@Scope(ScopeEnum.Singleton)
export class GrantsService {
  @Inject()
  private readonly people!: PeopleStore;

  @Inject()
  private readonly regions!: RegionsService;

  /** Who holds what in the region and below it, now. */
  async list(regionId: string, now: Date): Promise<OutputOf<typeof identityContract.grants>> {
    const people = await this.people.listGranted(regionId);
    const running = people.flatMap((person) =>
      person.grants
        .filter((grant) => grant.regionPath.includes(regionId) && isRunning(grant, now))
        .map((grant) => ({ person, grant })),
    );
    const names = await this.regions.namesOf(running.map(({ grant }) => grant.regionId));
    return {
      grants: running.map(
        ({ person, grant }): ListedGrant => ({
          id: grant.id,
          personId: person.id,
          personName: person.name,
          role: grant.role,
          roleName: ROLE_NAMES[grant.role],
          regionId: grant.regionId,
          regionName: names.get(grant.regionId) ?? '',
          grantedAt: grant.grantedAt.toISOString(),
          endsOn: localDateOf(grant.endsAt.getTime()),
        }),
      ),
    };
  }

  /** Problems: `identity.mayNotGrant`, `identity.termWrong`, `identity.personUnknown`, `identity.grantHeld`. */
  async grant(
    actor: Actor,
    input: InputOf<typeof identityContract.grant>,
    key: string,
    now: Date,
  ): Promise<OutputOf<typeof identityContract.grant>> {
    const regionPath = await this.regions.pathOf(input.regionId);
    if (!mayGrant(actor.grants, input.role, regionPath, now.getTime())) throw problem('identity.mayNotGrant');
    const endsAt = endOfLocalDate(input.endsOn);
    if (endsAt < now.getTime() || endsAt > now.getTime() + TERM_MAX_MS) throw problem('identity.termWrong');
    const record: GrantRecord = {
      id: idFromKey(actor.personId, 'grant', key),
      role: input.role,
      regionId: input.regionId,
      regionPath: [...regionPath],
      grantedBy: actor.personId,
      grantedAt: now,
      endsAt: new Date(endsAt),
    };
    const added = await this.people.addGrant(input.personId, record, now);
    if (added === null) throw problem('identity.personUnknown');
    if (!added) throw problem('identity.grantHeld');
    return { id: record.id };
  }

  /** Problems: `identity.grantUnknown`, `identity.mayNotGrant`. */
  async revoke(actor: Actor, regionId: string, grantId: string, now: Date): Promise<Record<string, never>> {
    const holder = await this.people.findByGrant(grantId);
    const grant = holder?.grants.find(({ id }) => id === grantId);
    // The path's region decided that the caller may act here; a grant that lies elsewhere does not exist for them.
    if (!grant?.regionPath.includes(regionId)) throw problem('identity.grantUnknown');
    if (!mayGrant(actor.grants, grant.role, grant.regionPath, now.getTime())) throw problem('identity.mayNotGrant');
    if (!(await this.people.revokeGrant(grantId, actor.personId, now))) throw problem('identity.grantUnknown');
    return {};
  }
}
