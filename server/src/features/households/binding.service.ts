/** Binding by people who know each other: asking, being recognised, and letting go again. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { bindMember, memberBoundTo, unbindMember } from '@xiangyue/shared/features/households/households.rules';
import { REQUESTS_LIMIT, type registerContract } from '@xiangyue/shared/features/households/register.contract';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { Problem } from '@xiangyue/shared/kernel/problem';
import { problem } from '@xiangyue/shared/problems';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { RegionsService } from '../regions/regions.service';
import { type BindingRequest, BindingRequestsStore, type Recognition } from './binding-requests.store';
import { HouseholdsService } from './households.service';

type Mine = typeof householdsContract;
type Register = typeof registerContract;
type Nothing = Record<string, never>;
type OwnRequest = OutputOf<Mine['mine']>['request'];

@Provide()
@Scope(ScopeEnum.Singleton)
export class BindingService {
  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly requests!: BindingRequestsStore;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly accessLog!: AccessLog;

  /** Lets go of one's own household; harmless where there is none. */
  async unbindMe({ personId }: Pick<Actor, 'personId'>, now: Date): Promise<Nothing> {
    const household = await this.households.householdOf(personId);
    if (!household) return {};
    await this.households.change(household.id, (current) => {
      const me = memberBoundTo(current, personId);
      return me ? unbindMember(current, me.id, { by: personId, at: now }) : current;
    });
    return {};
  }

  /** Problems: `households.unknown`, `households.memberUnknown`, `households.notBound`. */
  async unbind(
    actor: Actor,
    { householdId, memberId, reason }: InputOf<Register['unbind']>,
    now: Date,
  ): Promise<Nothing> {
    const deed = { by: actor.personId, at: now, words: reason };
    await this.households.change(householdId, (household) => unbindMember(household, memberId, deed));
    return {};
  }

  /** Problems: `regions.unknown`, `households.placeWrong`, `households.boundElsewhere`, `households.requestOpen`. */
  async ask(
    actor: Actor,
    { regionId, name, words }: InputOf<Mine['askToBind']>,
    key: string,
    now: Date,
  ): Promise<OutputOf<Mine['askToBind']>> {
    const place = await this.regions.requireRegion(regionId);
    if (place.kind === 'county' || place.kind === 'township') throw problem('households.placeWrong');
    if (await this.households.householdOf(actor.personId)) throw problem('households.boundElsewhere');
    const id = idFromKey(actor.personId, 'bindingRequest', key);
    const asked = await this.requests.insert({
      id,
      personId: actor.personId,
      regionId,
      regionPath: place.path,
      name,
      words,
      state: 'waiting',
      askedAt: now,
    });
    if (!asked) throw problem('households.requestOpen');
    return { id };
  }

  async withdraw(actor: Actor, now: Date): Promise<Nothing> {
    await this.requests.withdraw(actor.personId, now);
    return {};
  }

  /** The person's last request, as long as there is something to know: it waits, or was refused. */
  async ownRequest(personId: string): Promise<OwnRequest> {
    const request = await this.requests.findLatest(personId);
    if (!request || request.state === 'confirmed' || request.state === 'withdrawn') return null;
    const names = await this.regions.namesOf([request.regionId]);
    return {
      id: request.id,
      regionName: names.get(request.regionId) ?? '',
      name: request.name,
      state: request.state === 'refused' ? 'refused' : 'waiting',
      askedAt: request.askedAt.toISOString(),
      reason: request.reason ?? null,
    };
  }

  /** Who waits in the region, the longest first. They have written their names for these very readers. */
  async list(actor: Actor, regionId: string, now: Date): Promise<OutputOf<Register['requests']>> {
    const requests = await this.requests.listWaiting(regionId, REQUESTS_LIMIT);
    const subjectIds = requests.map(({ personId }) => personId);
    if (subjectIds.length > 0) await this.accessLog.record({ actor, subjectIds, what: '看了绑定申请', now });
    const names = await this.regions.namesOf(requests.map((request) => request.regionId));
    return {
      requests: requests.map((request) => ({
        id: request.id,
        name: request.name,
        words: request.words,
        regionName: names.get(request.regionId) ?? '',
        askedAt: request.askedAt.toISOString(),
      })),
    };
  }

  /** Says who it is. Of several who do at once, one does. Problems: as the contract says. */
  async confirm(actor: Actor, input: InputOf<Register['confirmRequest']>, now: Date): Promise<Nothing> {
    const request = await this.requestIn(input.regionId, input.requestId);
    const household = await this.households.require(input.householdId);
    // The path's region decided that the caller may act there; a household elsewhere does not exist for them.
    if (!household.regionPath.includes(input.regionId)) throw problem('households.unknown');
    const { householdId, memberId } = input;
    const recognition = { householdId, memberId, by: actor.personId, at: now };
    if (!(await this.requests.recognise(request.id, recognition))) throw problem('households.requestGone');
    await this.settle(request, recognition);
    return {};
  }

  /** Binds whoever was recognised; where the household refuses, the request waits again and the refusal is thrown. */
  async settle({ id, personId }: BindingRequest, { householdId, memberId, by, at }: Recognition): Promise<void> {
    const binding = { personId, at, how: 'request' as const };
    try {
      await this.households.change(householdId, (household) => bindMember(household, memberId, binding, by));
    } catch (refusal) {
      if (refusal instanceof Problem) await this.requests.release(id);
      throw refusal;
    }
    await this.requests.confirm(id);
  }

  /** Problems: `households.requestGone`. */
  async refuse(actor: Actor, input: InputOf<Register['refuseRequest']>, now: Date): Promise<Nothing> {
    const { id } = await this.requestIn(input.regionId, input.requestId);
    if (!(await this.requests.refuse(id, input.reason, actor.personId, now))) throw problem('households.requestGone');
    return {};
  }

  private async requestIn(regionId: string, requestId: string): Promise<BindingRequest> {
    const request = await this.requests.find(requestId);
    if (!request?.regionPath.includes(regionId)) throw problem('households.requestGone');
    return request;
  }
}
