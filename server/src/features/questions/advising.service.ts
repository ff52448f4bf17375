/** Who advises a village, who stands behind them, and how long each has. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { ANSWER_HOURS } from '@xiangyue/shared/features/questions/questions.contract';
import {
  type Clock,
  type Holders,
  nextOwner,
  type Owner,
  type Thread,
} from '@xiangyue/shared/features/questions/thread.rules';
import { ROLE_NAMES, type Role } from '@xiangyue/shared/kernel/access';
import { holdsRole } from '@xiangyue/shared/kernel/access.rules';
import { GrantsService, type OfficeHolder } from '../identity/grants.service';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';
import { QuestionClocksStore } from './question-clocks.store';

/** Whoever can have a question, in turn. */
const OFFICES: readonly Role[] = ['legalAdviser', 'townOffice', 'countyAdministrator'];

/** Where something is asked, and who has it. */
interface Asked {
  /** From the county down to the village. */
  readonly regionPath: readonly string[];
  readonly owner: Owner | null;
}

/** Somebody in an office, as screens show it. */
export interface NamedOwner {
  readonly roleName: string;
  readonly name: string;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class AdvisingService {
  @Inject()
  private readonly grants!: GrantsService;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly clocks!: QuestionClocksStore;

  /** What starts an owner's time. */
  async clockOf({ regionPath, owner }: Asked, now: Date): Promise<Clock> {
    const [{ hours }, holders] = await Promise.all([
      this.hoursOf(regionPath),
      this.holdersOf({ regionPath, owner }, now),
    ]);
    return { hours, holders };
  }

  /** The hours that the nearest place above has said; `isOwn` where the last of the path said so itself. */
  async hoursOf(path: readonly string[]): Promise<{ hours: number; isOwn: boolean }> {
    const said = new Map((await this.clocks.findMany(path)).map(({ regionId, hours }) => [regionId, hours]));
    const nearest = [...path].reverse().find((id) => said.has(id));
    return {
      hours: said.get(nearest ?? '') ?? ANSWER_HOURS,
      isOwn: nearest !== undefined && nearest === path.at(-1),
    };
  }

  /** Whoever holds the offices for the village, those of the village itself first. */
  async holdersOf({ regionPath, owner }: Asked, now: Date): Promise<Holders> {
    const holders = await this.grants.holdersOf(OFFICES, regionPath, now);
    const idsOf = (office: Role) => holders.flatMap(({ personId, role }) => (role === office ? [personId] : []));
    const advisers = idsOf('legalAdviser');
    const isNamed = owner?.role === 'legalAdviser' && !advisers.includes(owner.personId);
    return {
      advisers,
      elsewhere: isNamed && (await this.advises(owner.personId, now)) ? [owner.personId] : [],
      town: idsOf('townOffice'),
      county: idsOf('countyAdministrator'),
    };
  }

  /** Every adviser in the region, with one of the places that they advise. */
  async advisersIn(regionId: string, now: Date): Promise<OfficeHolder[]> {
    const villages = (await this.regions.placesIn(regionId)).filter(({ kind }) => kind === 'village');
    const places = new Set(villages.flatMap(({ path }) => path));
    return this.grants.holdersOf(['legalAdviser'], [...places], now);
  }

  /** Whether the person is an adviser anywhere now. */
  private async advises(personId: string, now: Date): Promise<boolean> {
    return holdsRole(await this.grants.grantsOf(personId, now), ['legalAdviser'], now.getTime());
  }

  /** Whose turn it is and who is next, by name. */
  async named(thread: Thread, holders: Holders): Promise<{ owner: NamedOwner | null; next: NamedOwner | null }> {
    const isOpen = thread.state === 'waiting' || thread.state === 'unassigned';
    const next = isOpen ? nextOwner(thread, holders) : null;
    const names = await this.identity.namesOf([thread.owner, next].flatMap((one) => (one ? [one.personId] : [])));
    const name = (one: Owner | null): NamedOwner | null =>
      one && { roleName: ROLE_NAMES[one.role], name: names.get(one.personId) ?? '' };
    return { owner: name(thread.owner), next: name(next) };
  }
}
