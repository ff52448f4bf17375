/** Handing out and taking back roles. Everything stays in the person's document: who, when, until when, taken back by whom. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  GRANT_HISTORY_LIMIT,
  GRANT_PAGE_LIMIT,
  type identityContract,
} from '@xiangyue/shared/features/identity/identity.contract';
import { isHeldIn } from '@xiangyue/shared/features/identity/offices.rules';
import { ROLE_NAMES, ROLES, type Role } from '@xiangyue/shared/kernel/access';
import { mayGrant } from '@xiangyue/shared/kernel/access.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { endOfLocalDate, localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { jobKind } from '../../platform/jobs/job-kinds';
import { Jobs } from '../../platform/jobs/jobs';
import { pageOf } from '../../platform/paging/page';
import { MessagesService } from '../messages/messages.service';
import { RegionsService } from '../regions/regions.service';
import { type GrantEvent, type GrantRecord, nameInHistory, PeopleStore, runningGrants } from './people.store';

/** 村民委员会组织法 art. 11: five years; one day more, so that a term may end on its own anniversary. */
const TERM_MAX_MS = (5 * 365.25 + 1) * 24 * 3600_000;

/** After a write, what it tells the person is sent at once; this is for when the process dies in between. */
const ANNOUNCE = jobKind<{ personId: string; grantId: string }>('identity.announceGrant');
const ANNOUNCE_AFTER_MS = 30_000;

/** Somebody who holds an office for a place. */
export interface OfficeHolder {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly regionId: string;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class GrantsService {
  @Inject()
  private readonly people!: PeopleStore;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly messages!: MessagesService;

  @Inject()
  private readonly jobs!: Jobs;

  @Init()
  init(): void {
    this.jobs.define({
      name: ANNOUNCE,
      title: '把任职变动告诉本人',
      run: ({ data: { personId, grantId }, now }) => this.announce(personId, grantId, now),
    });
  }

  /** Who holds what in the region and below it, now. */
  async list(
    actor: Actor,
    { regionId, after }: InputOf<typeof identityContract.grants>,
    now: Date,
  ): Promise<OutputOf<typeof identityContract.grants>> {
    const [personId, grantId] = after?.split('-') ?? [];
    const cursor = personId && grantId ? { personId, grantId } : undefined;
    const [regionPath, found] = await Promise.all([
      this.regions.pathOf(regionId),
      this.people.listRunningGrants(regionId, now, cursor, GRANT_PAGE_LIMIT + 1),
    ]);
    const { page, next } = pageOf(found, GRANT_PAGE_LIMIT, ({ personId, grant }) => `${personId}-${grant.id}`);
    const names = await this.regions.placeNamesOf(page.map(({ grant }) => grant.regionPath));
    const may = (role: Role, path: readonly string[]) => mayGrant(actor.grants, role, path, now.getTime());
    return {
      grants: page.map(({ personId, personName, grant }) => ({
        id: grant.id,
        personId,
        personName,
        role: grant.role,
        roleName: ROLE_NAMES[grant.role],
        regionId: grant.regionId,
        regionName: names.get(grant.regionId) ?? '',
        grantedAt: grant.grantedAt.toISOString(),
        endsOn: localDateOf(grant.endsAt.getTime()),
        revocable: may(grant.role, grant.regionPath),
      })),
      next,
      mayGrant: ROLES.filter((role) => may(role, regionPath)).map((role) => ({ role, roleName: ROLE_NAMES[role] })),
    };
  }

  /** Who handed out and took back what in the region and below it, the latest first. */
  async history({
    regionId,
    before,
  }: InputOf<typeof identityContract.grantHistory>): Promise<OutputOf<typeof identityContract.grantHistory>> {
    const [at = '', grantId = '', what] = before?.split('-') ?? [];
    const cursor = what && { at: new Date(Number(at)), grantId, what: what as GrantEvent['what'] };
    const found = await this.people.listGrantEvents(regionId, cursor || undefined, GRANT_HISTORY_LIMIT + 1);
    const { page, next } = pageOf(found, GRANT_HISTORY_LIMIT, cursorOf);
    const [regionNames, people] = await Promise.all([
      this.regions.placeNamesOf(page.map(({ grant }) => grant.regionPath)),
      this.people.findMany([...new Set(page.flatMap(({ by, personId }) => [by, personId]))]),
    ]);
    const names = new Map(people.map((person) => [person.id, nameInHistory(person)]));
    const events = page.map((event) => ({
      cursor: cursorOf(event),
      what: event.what,
      at: event.at.toISOString(),
      byName: names.get(event.by) ?? null,
      personName: names.get(event.personId) ?? null,
      roleName: ROLE_NAMES[event.grant.role],
      regionName: regionNames.get(event.grant.regionId) ?? '',
      endsOn: localDateOf(event.grant.endsAt.getTime()),
    }));
    return { events, next };
  }

  /**
   * Problems: `identity.mayNotGrant`, `identity.placeWrong`, `identity.termWrong`, `identity.personUnknown`,
   * `identity.grantHeld`.
   */
  async grant(
    actor: Actor,
    input: InputOf<typeof identityContract.grant>,
    key: string,
    now: Date,
  ): Promise<OutputOf<typeof identityContract.grant>> {
    const { kind, path: regionPath } = await this.regions.requireRegion(input.regionId);
    if (!mayGrant(actor.grants, input.role, regionPath, now.getTime())) throw problem('identity.mayNotGrant');
    if (!isHeldIn(input.role, kind)) throw problem('identity.placeWrong');
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
    await this.planAnnouncement(input.personId, record.id, 'granted', now);
    const added = await this.people.addGrant(input.personId, record, now);
    if (added === null) throw problem('identity.personUnknown');
    if (!added) throw problem('identity.grantHeld');
    await this.announce(input.personId, record.id, now);
    return { id: record.id };
  }

  /** Problems: `identity.grantUnknown`, `identity.mayNotGrant`. */
  async revoke(actor: Actor, regionId: string, grantId: string, now: Date): Promise<Record<string, never>> {
    const holder = await this.people.findByGrant(grantId);
    const grant = holder?.grants.find(({ id }) => id === grantId);
    // The path's region decided that the caller may act here; a grant that lies elsewhere does not exist for them.
    if (!holder || !grant?.regionPath.includes(regionId)) throw problem('identity.grantUnknown');
    if (!mayGrant(actor.grants, grant.role, grant.regionPath, now.getTime())) throw problem('identity.mayNotGrant');
    await this.planAnnouncement(holder.id, grantId, 'revoked', now);
    if (!(await this.people.revokeGrant(grantId, actor.personId, now))) throw problem('identity.grantUnknown');
    await this.announce(holder.id, grantId, now);
    return {};
  }

  /**
   * Who holds one of the roles for the place at the end of the path, wherever on the path it is held; who holds it nearest
   * comes first, each person once.
   */
  async holdersOf(roles: readonly Role[], regionPath: readonly string[], now: Date): Promise<OfficeHolder[]> {
    const held = await this.people.listHolders(roles, regionPath, now);
    held.sort((a, b) => b.grant.regionPath.length - a.grant.regionPath.length || (a.personId < b.personId ? -1 : 1));
    return held
      .filter(({ personId }, i) => held.findIndex((other) => other.personId === personId) === i)
      .map(({ personId, personName, grant: { role, regionId } }) => ({
        personId,
        name: personName ?? '没有填姓名的人',
        role,
        regionId,
      }));
  }

  /** What a person may do now; nothing for somebody who is unknown or gone. */
  async grantsOf(personId: string, now: Date): Promise<Actor['grants']> {
    const person = await this.people.find(personId);
    return person && !person.state ? runningGrants(person, now) : [];
  }

  private async planAnnouncement(personId: string, grantId: string, what: string, now: Date): Promise<void> {
    const at = new Date(now.getTime() + ANNOUNCE_AFTER_MS);
    await this.jobs.schedule(ANNOUNCE, `${grantId}/${what}`, { personId, grantId }, at);
  }

  /** Tells the person what has become true of one of their grants, each thing once. A grant that was refused is none. */
  private async announce(personId: string, grantId: string, now: Date): Promise<void> {
    const person = await this.people.find(personId);
    const grant = person?.grants.find(({ id }) => id === grantId);
    if (!grant) return;
    const [names, actors] = await Promise.all([
      this.regions.placeNamesOf([grant.regionPath]),
      this.people.findMany([grant.grantedBy, grant.revokedBy ?? grant.grantedBy]),
    ]);
    const office = `${names.get(grant.regionId) ?? ''} ${ROLE_NAMES[grant.role]}`;
    const by = (id: string | undefined) => {
      const actor = actors.find((one) => one.id === id);
      return (actor && nameInHistory(actor)) ?? '没有填姓名';
    };
    const endsOn = sayDate(localDateOf(grant.endsAt.getTime()));
    await this.messages.send(
      {
        key: `grant/${grantId}`,
        personId,
        kind: 'identity.officeGiven',
        text: `您担任${office}，任期到${endsOn}。经办人：${by(grant.grantedBy)}。`,
      },
      now,
    );
    if (!grant.revokedAt) return;
    await this.messages.send(
      {
        key: `grant/${grantId}/revoked`,
        personId,
        kind: 'identity.officeTaken',
        text: `您不再担任${office}。经办人：${by(grant.revokedBy)}。`,
      },
      now,
    );
  }
}

/** Names an event of the history, and where the next page begins. */
function cursorOf({ at, grant, what }: GrantEvent): string {
  return `${at.getTime()}-${grant.id}-${what}`;
}
