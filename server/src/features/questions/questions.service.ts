/** Asking, answering, and everything that the people in a thread do with it. For anybody else no thread exists. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  EXCERPT_CHARACTERS,
  QUESTION_PAGE_LIMIT,
  QUESTIONS_A_DAY,
  type questionsContract,
} from '@xiangyue/shared/features/questions/questions.contract';
import {
  addPerson,
  type Clock,
  close,
  declareConflict,
  openThread,
  type Part,
  partOf,
  removePerson,
  reopen,
  say,
  thank,
} from '@xiangyue/shared/features/questions/thread.rules';
import { holdsRole } from '@xiangyue/shared/kernel/access.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { Files } from '../../platform/files/files';
import { pageOf, readTimeMark, writeTimeMark } from '../../platform/paging/page';
import { IdentityService } from '../identity/identity.service';
import { PersonCodesService } from '../identity/person-codes.service';
import { TextCheckService } from '../identity/text-check.service';
import { RegionsService } from '../regions/regions.service';
import { AdvisingService } from './advising.service';
import { ThreadsService } from './threads.service';
import { type KeptThread, ThreadsStore } from './threads.store';

type Contract = typeof questionsContract;
type Input<Name extends keyof Contract> = InputOf<Contract[Name]>;
type Nothing = Record<string, never>;
type Page = OutputOf<Contract['mine']>;

/** What a message's photos belong to. */
export const MESSAGE_PHOTOS = 'questions.message';
/** WeChat's scene for what one person writes to another. */
const PRIVATE_SCENE = 2;

@Provide()
@Scope(ScopeEnum.Singleton)
export class QuestionsService {
  @Inject()
  private readonly store!: ThreadsStore;

  @Inject()
  private readonly threads!: ThreadsService;

  @Inject()
  private readonly advising!: AdvisingService;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly textCheck!: TextCheckService;

  @Inject()
  private readonly codes!: PersonCodesService;

  @Inject()
  private readonly files!: Files;

  @Inject()
  private readonly accessLog!: AccessLog;

  /** Problems: `regions.villageUnknown`. */
  async answerer(actor: Actor, villageId: string, now: Date): Promise<OutputOf<Contract['answerer']>> {
    const { path } = await this.regions.requireVillage(villageId);
    const clock = await this.advising.clockOf({ regionPath: path, owner: null }, now);
    const asked = openThread({ id: '', by: actor.personId, at: now }, { text: '', photoIds: [] }, clock);
    return { hours: clock.hours, ...(await this.advising.named(asked, clock.holders)) };
  }

  /** Problems: as the contract says. */
  async ask(actor: Actor, input: Input<'ask'>, key: string, now: Date): Promise<OutputOf<Contract['ask']>> {
    const { id: villageId, path } = await this.regions.requireVillage(input.villageId);
    const deed = { id: idFromKey(actor.personId, 'questions.ask', key), by: actor.personId, at: now };
    await this.requireDecent(actor, input.text);
    const clock = await this.advising.clockOf({ regionPath: path, owner: null }, now);
    const thread: KeptThread = {
      ...openThread(deed, input, clock),
      villageId,
      regionPath: path,
      topic: input.topic,
      askedAt: now,
      changedAt: now,
      revision: 1,
      told: 0,
    };
    await this.withPhotos(actor, deed.id, input.photoIds, now, async () => {
      if (!(await this.store.insert(thread, localDateOf(now.getTime()), QUESTIONS_A_DAY)))
        throw problem('questions.dayFull', { limit: QUESTIONS_A_DAY });
    });
    await this.threads.tell(thread, now);
    return { id: thread.id };
  }

  async mine(actor: Actor, before: string | undefined): Promise<Page> {
    const mark = before === undefined ? undefined : readTimeMark(before);
    const found = await this.store.listRead(actor.personId, mark, QUESTION_PAGE_LIMIT + 1);
    return this.page(actor, found, ({ changedAt, id }) => writeTimeMark({ at: changedAt, id }));
  }

  /** What the adviser has; nothing any more for whoever does not hold the office now. */
  async desk(actor: Actor, { state, after }: Input<'desk'>, now: Date): Promise<Page> {
    if (!holdsRole(actor.grants, ['legalAdviser'], now.getTime())) return { questions: [], next: null };
    const mark = after === undefined ? undefined : readTimeMark(after);
    const limit = QUESTION_PAGE_LIMIT + 1;
    if (state === 'waiting') {
      const found = await this.store.listToAnswer(actor.personId, mark, limit);
      return this.page(actor, found, ({ dueAt, changedAt, id }) => writeTimeMark({ at: dueAt ?? changedAt, id }));
    }
    const found = await this.store.listOwned(actor.personId, state, mark, limit);
    return this.page(actor, found, ({ changedAt, id }) => writeTimeMark({ at: changedAt, id }));
  }

  /** Everything of one thread. Problems: `questions.unknown`, for everybody who is not in it. */
  async thread(actor: Actor, questionId: string, now: Date): Promise<OutputOf<Contract['thread']>> {
    const { thread, part } = await this.requireReadable(actor, questionId, now);
    if (part !== 'asker')
      await this.accessLog.record({ actor, subjectIds: [thread.askerId], what: '看了您问律师的问题', now });
    const holders = await this.advising.holdersOf(thread, now);
    const [names, regions, photos, offices] = await Promise.all([
      this.identity.namesOf([
        ...thread.added,
        ...thread.events.flatMap(({ by, to }) => [by, to].filter((id) => id !== null)),
      ]),
      this.regions.namesOf([thread.villageId]),
      this.files.photos(
        thread.events.flatMap(({ photoIds }) => photoIds),
        now,
      ),
      this.advising.named(thread, holders),
    ]);
    const photoById = new Map(photos.map((photo) => [photo.id, photo]));
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    return {
      id: thread.id,
      villageId: thread.villageId,
      villageName: regions.get(thread.villageId) ?? '',
      topic: thread.topic,
      state: thread.state,
      part,
      ...offices,
      dueAt: thread.dueAt?.toISOString() ?? null,
      isThanked: thread.thankedAt !== null,
      people: thread.added.map((personId) => ({
        personId,
        name: names.get(personId) ?? '',
        isMe: personId === actor.personId,
      })),
      events: thread.events.map(({ id, what, as, by, at, text, photoIds, to }) => ({
        id,
        what,
        as,
        name: nameOf(by),
        isMine: by === actor.personId,
        at: at.toISOString(),
        text,
        photos: photoIds.flatMap((photoId) => photoById.get(photoId) ?? []),
        to: nameOf(to),
      })),
    };
  }

  /** Problems: as the contract says. */
  async say(actor: Actor, { questionId, text, photoIds }: Input<'say'>, key: string, now: Date): Promise<Nothing> {
    const { thread } = await this.requireReadable(actor, questionId, now);
    await this.requireDecent(actor, text);
    const clock = await this.advising.clockOf(thread, now);
    const deed = { ...deedOf(actor, 'questions.say', key, now), text, photoIds };
    await this.withPhotos(actor, deed.id, photoIds, now, async () => {
      await this.threads.change(questionId, now, (current) => say(current, deed, clock));
    });
    return {};
  }

  async declareConflict(actor: Actor, questionId: string, key: string, now: Date): Promise<Nothing> {
    return this.step(actor, questionId, now, 'questions.conflict', key, declareConflict);
  }

  async close(actor: Actor, questionId: string, key: string, now: Date): Promise<Nothing> {
    return this.step(actor, questionId, now, 'questions.close', key, close);
  }

  async reopen(actor: Actor, questionId: string, key: string, now: Date): Promise<Nothing> {
    return this.step(actor, questionId, now, 'questions.reopen', key, reopen);
  }

  async thank(actor: Actor, questionId: string, key: string, now: Date): Promise<Nothing> {
    return this.step(actor, questionId, now, 'questions.thank', key, thank);
  }

  /** By the code that the other one shows. Problems: as the contract says. */
  async addPerson(actor: Actor, { questionId, code }: Input<'addPerson'>, key: string, now: Date): Promise<Nothing> {
    await this.requireReadable(actor, questionId, now);
    const { personId } = await this.codes.find(actor, code, now);
    const deed = { ...deedOf(actor, 'questions.addPerson', key, now), personId };
    await this.threads.change(questionId, now, (thread) => addPerson(thread, deed));
    return {};
  }

  async removePerson(actor: Actor, { questionId, personId }: Input<'removePerson'>, now: Date): Promise<Nothing> {
    await this.requireReadable(actor, questionId, now);
    const deed = { ...deedOf(actor, 'questions.removePerson', `${personId}/${now.getTime()}`, now), personId };
    await this.threads.change(questionId, now, (thread) => removePerson(thread, deed));
    return {};
  }

  /** The thread and the reader's part in it. An adviser reads as long as they hold the office. Problems: `questions.unknown`. */
  async requireReadable(actor: Actor, questionId: string, now: Date): Promise<{ thread: KeptThread; part: Part }> {
    const thread = await this.threads.require(questionId);
    const part = partOf(thread, actor.personId);
    const isBarred = part === 'adviser' && !holdsRole(actor.grants, ['legalAdviser'], now.getTime());
    if (part === null || isBarred) throw problem('questions.unknown');
    return { thread, part };
  }

  private async step(
    actor: Actor,
    questionId: string,
    now: Date,
    what: string,
    key: string,
    rule: (thread: KeptThread, deed: ReturnType<typeof deedOf>, clock: Clock) => ReturnType<typeof reopen>,
  ): Promise<Nothing> {
    const deed = deedOf(actor, what, key, now);
    const before = await this.threads.require(questionId);
    // A repeated declaration comes from somebody for whom the thread is gone by now: its own event lets them in.
    if (!before.events.some(({ id }) => id === deed.id)) await this.requireReadable(actor, questionId, now);
    const clock = await this.advising.clockOf(before, now);
    await this.threads.change(questionId, now, (thread) => rule(thread, deed, clock));
    return {};
  }

  /** Attaches the photos for a message before it is written; they are let go again when it is refused. */
  private async withPhotos(
    actor: Actor,
    messageId: string,
    photoIds: readonly string[],
    now: Date,
    write: () => Promise<void>,
  ): Promise<void> {
    const to = { kind: MESSAGE_PHOTOS, id: messageId };
    await this.files.attach(photoIds, to, actor.personId, now);
    try {
      await write();
    } catch (error) {
      await this.files.release(to, now);
      throw error;
    }
  }

  /** What WeChat certainly refuses is refused; where it does not judge, a message between two people goes through. */
  private async requireDecent(actor: Actor, text: string): Promise<void> {
    if ((await this.textCheck.judge(actor.personId, PRIVATE_SCENE, text)) === 'risky')
      throw problem('questions.textRefused');
  }

  private async page(actor: Actor, found: readonly KeptThread[], markOf: (last: KeptThread) => string): Promise<Page> {
    const { page, next } = pageOf(found, QUESTION_PAGE_LIMIT, markOf);
    const regions = await this.regions.namesOf(page.map(({ villageId }) => villageId));
    return {
      questions: page.map((thread) => ({
        id: thread.id,
        topic: thread.topic,
        villageName: regions.get(thread.villageId) ?? '',
        state: thread.state,
        part: partOf(thread, actor.personId) ?? 'added',
        excerpt: excerptOf(thread.events[0]?.text ?? ''),
        askedAt: thread.askedAt.toISOString(),
        changedAt: thread.changedAt.toISOString(),
        dueAt: thread.dueAt?.toISOString() ?? null,
      })),
      next,
    };
  }
}

function deedOf({ personId }: Actor, what: string, key: string, at: Date) {
  return { id: idFromKey(personId, what, key), by: personId, at };
}

function excerptOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= EXCERPT_CHARACTERS ? line : `${line.slice(0, EXCERPT_CHARACTERS - 1)}…`;
}
