/** The town's part: naming an adviser where a question has none, and saying how long an adviser has. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { questionsDeskContract } from '@xiangyue/shared/features/questions/desk.contract';
import { nameAdviser, type UNASSIGNED_WHY } from '@xiangyue/shared/features/questions/thread.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { RegionsService } from '../regions/regions.service';
import { AdvisingService } from './advising.service';
import { QuestionClocksStore } from './question-clocks.store';
import { ThreadsService } from './threads.service';
import { type KeptThread, ThreadsStore } from './threads.store';

type Contract = typeof questionsDeskContract;
type Nothing = Record<string, never>;

/** More than a town lets wait. */
const UNASSIGNED_LIMIT = 100;

@Provide()
@Scope(ScopeEnum.Singleton)
export class QuestionDeskService {
  @Inject()
  private readonly clocks!: QuestionClocksStore;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly advising!: AdvisingService;

  @Inject()
  private readonly store!: ThreadsStore;

  @Inject()
  private readonly threads!: ThreadsService;

  /** What waits for an adviser in the region, and who could be named. Problems: `regions.unknown`. */
  async unassigned(regionId: string, now: Date): Promise<OutputOf<Contract['unassigned']>> {
    await this.regions.requireRegion(regionId);
    const [found, advisers] = await Promise.all([
      this.store.listUnassigned(regionId, UNASSIGNED_LIMIT),
      this.advising.advisersIn(regionId, now),
    ]);
    const names = await this.regions.namesOf([
      ...found.map(({ villageId }) => villageId),
      ...advisers.map((adviser) => adviser.regionId),
    ]);
    const nameOf = (id: string) => names.get(id) ?? '';
    return {
      questions: await Promise.all(
        found.map(async (thread) => ({
          id: thread.id,
          topic: thread.topic,
          villageName: nameOf(thread.villageId),
          why: whyOf(thread),
          askedAt: thread.askedAt.toISOString(),
          dueAt: thread.dueAt?.toISOString() ?? null,
          owner: (await this.advising.named({ ...thread, state: 'closed' }, NOBODY)).owner,
          excluded: [...thread.excluded],
        })),
      ),
      advisers: advisers.map((adviser) => ({
        personId: adviser.personId,
        name: adviser.name,
        placeName: nameOf(adviser.regionId),
      })),
    };
  }

  /** Of several who name at once, one does. Problems: as the contract says. */
  async name(actor: Actor, input: InputOf<Contract['name']>, key: string, now: Date): Promise<Nothing> {
    const thread = await this.threads.require(input.questionId);
    // The path's region decided that the caller may act there; a question elsewhere does not exist for them.
    if (!thread.regionPath.includes(input.regionId)) throw problem('questions.unknown');
    const advisers = await this.advising.advisersIn(input.regionId, now);
    if (!advisers.some(({ personId }) => personId === input.adviserId)) throw problem('questions.adviserWrong');
    const { hours } = await this.advising.hoursOf(thread.regionPath);
    const deed = {
      id: idFromKey(actor.personId, 'questions.name', key),
      by: actor.personId,
      at: now,
      adviserId: input.adviserId,
    };
    await this.threads.change(thread.id, now, (current) => nameAdviser(current, deed, hours));
    return {};
  }

  /** Problems: `regions.unknown`. */
  async clock(regionId: string): Promise<OutputOf<Contract['clock']>> {
    return this.advising.hoursOf(await this.regions.pathOf(regionId));
  }

  /** Problems: `regions.unknown`. */
  async setClock(actor: Actor, { regionId, hours }: InputOf<Contract['setClock']>, now: Date): Promise<Nothing> {
    await this.regions.requireRegion(regionId);
    await this.clocks.put(regionId, hours, actor.personId, now);
    return {};
  }
}

const NOBODY = { advisers: [], elsewhere: [], town: [], county: [] };

/** Told by the last thing that took its adviser. */
function whyOf({ events }: KeptThread): keyof typeof UNASSIGNED_WHY {
  const taken = events.filter(({ what }) => what === 'conflict' || what === 'overdue').at(-1);
  return taken?.what === 'conflict' ? 'conflict' : taken ? 'overdue' : 'noAdviser';
}
