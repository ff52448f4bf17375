/**
 * What other features ask about legal advice: who advises a village, and to have it written down when an adviser has done
 * something there.
 */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { LOG_KINDS, type LogKind } from '@xiangyue/shared/features/legal/service-log.rules';
import { holdsRoleWithin } from '@xiangyue/shared/kernel/access.rules';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { idFromWords } from '../../platform/auth/secrets';
import { GrantsService } from '../identity/grants.service';
import { RegionsService } from '../regions/regions.service';
import { ServiceLogStore } from './service-log.store';

/** An adviser as other features name one. */
export interface Adviser {
  readonly personId: string;
  readonly name: string;
}

/** Something that an adviser did for a village. */
export interface Service {
  /** The same key is one entry, however often it is told: `question/<id>/answer/<n>`. */
  readonly key: string;
  readonly adviserId: string;
  readonly villageId: string;
  readonly kind: LogKind;
  readonly at: Date;
  readonly minutes: number;
  /** In the village, face to face. */
  readonly onSite?: boolean;
  /** A line of the file, at most 120 characters; never who it was for. Without it: the kind's own word. */
  readonly words?: string;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class LegalService {
  @Inject()
  private readonly grants!: GrantsService;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly log!: ServiceLogStore;

  /** The advisers of a village now: its own first, then those of its township. Problems: `regions.villageUnknown`. */
  async advisersOf(villageId: string, now: Date): Promise<Adviser[]> {
    const { path } = await this.regions.requireVillage(villageId);
    const holders = await this.grants.holdersOf(['legalAdviser'], path, now);
    return holders.map(({ personId, name }) => ({ personId, name }));
  }

  /** Whether the person advises the village now. Problems: `regions.villageUnknown`. */
  async advises(personId: string, villageId: string, now: Date): Promise<boolean> {
    const [{ path }, grants] = await Promise.all([
      this.regions.requireVillage(villageId),
      this.grants.grantsOf(personId, now),
    ]);
    return holdsRoleWithin(grants, ['legalAdviser'], path, now.getTime());
  }

  /** The villages that the person advises now, in the offices' order; none for somebody who is no adviser. */
  async villagesOf(personId: string, now: Date): Promise<Array<{ readonly id: string; readonly name: string }>> {
    const held = (await this.grants.grantsOf(personId, now)).filter(({ role }) => role === 'legalAdviser');
    const places = await Promise.all(held.map(({ regionId }) => this.regions.placesIn(regionId)));
    const villages = new Map(
      places.flatMap((below) => below.filter(({ kind }) => kind === 'village').map(({ id, name }) => [id, name])),
    );
    return [...villages].map(([id, name]) => ({ id, name }));
  }

  /** Writes into the service log, once for its key. @returns whether this call was the one that wrote it */
  note({ key, adviserId, villageId, kind, at, minutes, onSite = false, words }: Service): Promise<boolean> {
    return this.log.insert({
      id: idFromWords(0, `serviceLog:${adviserId}:${key}`),
      adviserId,
      villageId,
      kind,
      on: localDateOf(at.getTime()),
      minutes,
      onSite,
      words: words ?? LOG_KINDS[kind],
      at,
      own: false,
    });
  }
}
