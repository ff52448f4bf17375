/** "Is this a scam?": asked in private, answered by somebody with a name, by a time that is told. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { firstAidFor } from '@xiangyue/shared/features/antifraud/first-aid.rules';
import { answerDueMs, OPINION_NAMES } from '@xiangyue/shared/features/antifraud/question.rules';
import {
  DESK_QUESTIONS_MAX,
  ENTRIES_MAX,
  type fraudQuestionsContract,
  OPEN_QUESTIONS_MAX,
  QUESTIONS_SHOWN_MAX,
} from '@xiangyue/shared/features/antifraud/questions.contract';
import type { Role } from '@xiangyue/shared/kernel/access';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { Files } from '../../platform/files/files';
import { jobKind } from '../../platform/jobs/job-kinds';
import { Jobs } from '../../platform/jobs/jobs';
import { type ErasedPart, PersonalData } from '../../platform/personal-data/personal-data';
import { GrantsService } from '../identity/grants.service';
import { IdentityService } from '../identity/identity.service';
import { MessagesService } from '../messages/messages.service';
import { RegionsService } from '../regions/regions.service';
import { type FraudQuestion, FraudQuestionsStore, type QuestionEntry } from './fraud-questions.store';

type Contract = typeof fraudQuestionsContract;
type Input<Name extends keyof Contract> = InputOf<Contract[Name]>;
type Output<Name extends keyof Contract> = OutputOf<Contract[Name]>;

/** Who is asked first: the village's officer, then its 综治. */
const ANSWERERS: readonly Role[] = ['officer', 'peaceStaff'];
const KEPT_MS = 365 * 24 * 3600_000;
const GATHERED_MAX = 1_000;
const EXCERPT_CHARACTERS = 60;

/** What a write tells others is told at once; this is for when the process dies in between. */
const TELL = jobKind<{ questionId: string }>('antifraud.tellOfQuestion');
const TELL_AFTER_MS = 30_000;
const DUE = jobKind<{ questionId: string }>('antifraud.questionDue');

const ERASES: ErasedPart = { erased: ['您问过的“是不是诈骗”，和民警的回答'], kept: [] };

@Provide()
@Scope(ScopeEnum.Singleton)
export class FraudQuestionsService {
  @Inject()
  private readonly store!: FraudQuestionsStore;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly grants!: GrantsService;

  @Inject()
  private readonly messages!: MessagesService;

  @Inject()
  private readonly files!: Files;

  @Inject()
  private readonly accessLog!: AccessLog;

  @Inject()
  private readonly jobs!: Jobs;

  @Inject()
  private readonly personalData!: PersonalData;

  @Init()
  init(): void {
    this.jobs.define({
      name: TELL,
      title: '把问来的事和回答告诉对方',
      run: ({ data, now }) => this.tell(data.questionId, now),
    });
    this.jobs.define({
      name: DUE,
      title: '提醒没有按时回答的民警',
      run: ({ data, now }) => this.remind(data.questionId, now),
    });
    this.personalData.register({
      key: 'fraudQuestions',
      title: '我问过的“是不是诈骗”',
      foretells: ERASES,
      gather: async (personId) =>
        (await this.store.listOf(personId, GATHERED_MAX)).map(({ text, askedAt, entries }) => ({
          问的: text,
          时间: askedAt.toISOString(),
          后来说的: entries.map((entry) => `${entry.by === 'asker' ? '我' : '民警'}：${entry.text}`),
        })),
      erase: async (personId) => {
        await this.store.removeAll(personId);
        return ERASES;
      },
    });
  }

  /** Problems: `regions.villageUnknown`, `antifraud.questionsTooMany`, `files.unknown`, `files.attachedElsewhere`. */
  async ask(actor: Actor, input: Input<'ask'>, key: string, now: Date): Promise<Output<'ask'>> {
    const { path } = await this.regions.requireVillage(input.villageId);
    const id = idFromKey(actor.personId, 'antifraud.question', key);
    const firstAid = firstAidFor(input.text);
    const hasPaid = input.hasPaid || firstAid.hasPaid;
    const dueAt = new Date(answerDueMs(now.getTime(), hasPaid));
    const holders = await this.grants.holdersOf(ANSWERERS, path, now);
    const owner = holders.find(({ role }) => role === 'officer') ?? holders[0];
    const photosOf = { kind: 'antifraud.question', id };
    await this.files.attach(input.photoIds, photosOf, actor.personId, now);
    await this.plan(id, 0, now);
    const kept = await this.store.insert(
      {
        id,
        askerId: actor.personId,
        villageId: input.villageId,
        regionPath: [...path],
        text: input.text,
        photoIds: input.photoIds,
        firstAid: { ...firstAid, hasPaid },
        hasPaid,
        caseId: input.caseId ?? null,
        askedAt: now,
        dueAt,
        state: 'open',
        ownerId: owner?.personId ?? null,
        opinion: null,
        entries: [],
        expiresAt: new Date(now.getTime() + KEPT_MS),
      },
      OPEN_QUESTIONS_MAX,
    );
    if (!kept) {
      await this.files.release(photosOf, now);
      throw problem('antifraud.questionsTooMany', { limit: OPEN_QUESTIONS_MAX });
    }
    await this.jobs.schedule(DUE, `${id}/0`, { questionId: id }, dueAt);
    await this.tell(id, now);
    return { id };
  }

  async mine(actor: Actor): Promise<Output<'mine'>> {
    const questions = await this.store.listOf(actor.personId, QUESTIONS_SHOWN_MAX);
    return { questions: await this.summaries(questions) };
  }

  /** Problems: `antifraud.questionUnknown`, also for another person's. */
  async question(actor: Actor, questionId: string, now: Date): Promise<Output<'question'>> {
    return this.whole(await this.requireOwn(actor, questionId), now);
  }

  /** Problems: `antifraud.questionUnknown`, `antifraud.questionFull`. */
  async add(actor: Actor, { questionId, text }: Input<'add'>, key: string, now: Date): Promise<Record<string, never>> {
    const found = await this.requireOwn(actor, questionId);
    const entry = entryOf('asker', actor, text, key, now);
    const dueAt = new Date(answerDueMs(now.getTime(), found.hasPaid));
    await this.plan(questionId, found.entries.length + 1, now);
    if (!(await this.store.addOfAsker(questionId, entry, dueAt, ENTRIES_MAX))) throw problem('antifraud.questionFull');
    await this.jobs.schedule(DUE, `${questionId}/${found.entries.length + 1}`, { questionId }, dueAt);
    await this.tell(questionId, now);
    return {};
  }

  /** Whoever is shown what people have asked leaves an entry that they can read. */
  async desk(actor: Actor, regionId: string, now: Date): Promise<Output<'desk'>> {
    const questions = await this.store.list(regionId, DESK_QUESTIONS_MAX);
    const subjectIds = questions.map(({ askerId }) => askerId);
    await this.accessLog.record({ actor, subjectIds, what: '看了问来的“是不是诈骗”', now });
    const [summaries, regions] = await Promise.all([
      this.summaries(questions),
      this.regions.namesOf(questions.map(({ villageId }) => villageId)),
    ]);
    return {
      questions: summaries.map((summary, i) => ({
        ...summary,
        ownerId: questions[i]?.ownerId ?? null,
        villageName: regions.get(summary.villageId) ?? '',
      })),
    };
  }

  /** Problems: `antifraud.questionUnknown`. */
  async deskQuestion(
    actor: Actor,
    { regionId, questionId }: Input<'deskQuestion'>,
    now: Date,
  ): Promise<Output<'deskQuestion'>> {
    const found = await this.requireIn(regionId, questionId);
    await this.accessLog.record({ actor, subjectIds: [found.askerId], what: '打开了您问的“是不是诈骗”', now });
    const [shown, names] = await Promise.all([this.whole(found, now), this.identity.namesOf([found.askerId])]);
    return {
      ...shown,
      askerName: names.get(found.askerId) ?? '',
      ownerId: found.ownerId,
      entryCount: found.entries.length,
    };
  }

  /** Problems: `antifraud.questionUnknown`, `antifraud.takenByOther`. */
  async take(actor: Actor, { regionId, questionId, insteadOf }: Input<'take'>): Promise<Record<string, never>> {
    await this.requireIn(regionId, questionId);
    if (!(await this.store.take(questionId, insteadOf, actor.personId))) throw problem('antifraud.takenByOther');
    return {};
  }

  /** Problems: `antifraud.questionUnknown`, `antifraud.notYours`, `antifraud.questionFull`. */
  async answer(
    actor: Actor,
    { regionId, questionId, text, opinion }: Input<'answer'>,
    key: string,
    now: Date,
  ): Promise<Record<string, never>> {
    const found = await this.requireIn(regionId, questionId);
    if (found.ownerId !== actor.personId) throw problem('antifraud.notYours');
    const entry = { ...entryOf('officer', actor, text, key, now), opinion };
    await this.plan(questionId, found.entries.length + 1, now);
    if (!(await this.store.addOfOwner(questionId, entry, ENTRIES_MAX))) {
      const { ownerId } = await this.requireIn(regionId, questionId);
      throw problem(ownerId === actor.personId ? 'antifraud.questionFull' : 'antifraud.notYours');
    }
    await this.tell(questionId, now);
    return {};
  }

  /** How many people have asked after this case since then. */
  askersOf(caseId: string, since: Date): Promise<number> {
    return this.store.countAskersOf(caseId, since);
  }

  /** Tells the owner what was asked, and the asker what was answered; each once, however often it is called. */
  async tell(questionId: string, now: Date): Promise<void> {
    const found = await this.store.find(questionId);
    if (!found) return;
    const asked = found.entries.filter(({ by }) => by === 'asker').length;
    if (found.state === 'open' && found.ownerId)
      await this.messages.send(
        {
          key: `fraudQuestion/${questionId}/asked/${asked}`,
          personId: found.ownerId,
          kind: found.hasPaid ? 'antifraud.askedPaid' : 'antifraud.asked',
          text: `村民问：${excerpt(found.text)}`,
          about: `${found.villageId}/${questionId}`,
        },
        now,
      );
    for (const { key, by, opinion, text } of found.entries)
      if (by === 'officer' && opinion)
        await this.messages.send(
          {
            key: `fraudQuestion/${questionId}/${key}`,
            personId: found.askerId,
            kind: 'antifraud.answered',
            text: `${OPINION_NAMES[opinion]}。${excerpt(text)}`,
            about: questionId,
          },
          now,
        );
  }

  /** The time has come: whoever should have answered, and 综治, are told. */
  async remind(questionId: string, now: Date): Promise<void> {
    const found = await this.store.find(questionId);
    if (found?.state !== 'open' || found.dueAt > now) return;
    const others = await this.grants.holdersOf(['peaceStaff'], found.regionPath, now);
    const told = new Set([...(found.ownerId ? [found.ownerId] : []), ...others.map(({ personId }) => personId)]);
    for (const personId of told)
      await this.messages.send(
        {
          key: `fraudQuestion/${questionId}/due/${found.dueAt.getTime()}`,
          personId,
          kind: 'antifraud.overdue',
          text: `村民问的还没有人回答：${excerpt(found.text)}`,
          about: `${found.villageId}/${questionId}`,
        },
        now,
      );
  }

  private async plan(questionId: string, step: number, now: Date): Promise<void> {
    await this.jobs.schedule(TELL, `${questionId}/${step}`, { questionId }, new Date(now.getTime() + TELL_AFTER_MS));
  }

  private async requireOwn(actor: Actor, questionId: string): Promise<FraudQuestion> {
    const found = await this.store.find(questionId);
    if (found?.askerId !== actor.personId) throw problem('antifraud.questionUnknown');
    return found;
  }

  private async requireIn(regionId: string, questionId: string): Promise<FraudQuestion> {
    const found = await this.store.find(questionId);
    if (!found?.regionPath.includes(regionId)) throw problem('antifraud.questionUnknown');
    return found;
  }

  private async summaries(questions: readonly FraudQuestion[]) {
    const names = await this.identity.namesOf(questions.flatMap(({ ownerId }) => ownerId ?? []));
    return questions.map((one) => ({
      ...one,
      text: excerpt(one.text),
      askedAt: one.askedAt.toISOString(),
      dueAt: one.dueAt.toISOString(),
      ownerName: (one.ownerId && names.get(one.ownerId)) || null,
    }));
  }

  private async whole(found: FraudQuestion, now: Date): Promise<Output<'question'>> {
    const people = [...(found.ownerId ? [found.ownerId] : []), ...found.entries.map(({ personId }) => personId)];
    const [names, regions, photos] = await Promise.all([
      this.identity.namesOf(people),
      this.regions.namesOf([found.villageId]),
      this.files.photos(found.photoIds, now),
    ]);
    return {
      ...found,
      firstAid: { ...found.firstAid, signs: [...found.firstAid.signs] },
      villageName: regions.get(found.villageId) ?? '',
      askedAt: found.askedAt.toISOString(),
      dueAt: found.dueAt.toISOString(),
      ownerName: (found.ownerId && names.get(found.ownerId)) || null,
      photos,
      entries: found.entries.map(({ by, personId, text, opinion, at }) => ({
        by,
        byName: names.get(personId) ?? '',
        text,
        opinion,
        at: at.toISOString(),
      })),
    };
  }
}

function entryOf(by: QuestionEntry['by'], { personId }: Actor, text: string, key: string, at: Date): QuestionEntry {
  return { key: idFromKey(personId, 'antifraud.entry', key), by, personId, text, opinion: null, at };
}

/** The first words, for lists and messages. */
function excerpt(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, ' ')];
  return characters.length <= EXCERPT_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, EXCERPT_CHARACTERS - 1).join('')}…`;
}
