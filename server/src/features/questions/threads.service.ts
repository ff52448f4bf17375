/** The one way in which a question changes: rule, one write if nobody was faster, and everybody concerned is told. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { MessageKind } from '@xiangyue/shared/features/messages/messages.kinds';
import type { Outcome, Thread, ThreadEvent } from '@xiangyue/shared/features/questions/thread.rules';
import { TOPIC_NAMES } from '@xiangyue/shared/features/questions/topics.rules';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import { IdentityService } from '../identity/identity.service';
import { LegalService } from '../legal/legal.service';
import { MessagesService } from '../messages/messages.service';
import { RegionsService } from '../regions/regions.service';
import { type KeptThread, ThreadsStore } from './threads.store';

/** As many as change one thread at the same moment, with room; each try means that another has succeeded. */
const CHANGE_ATTEMPTS = 30;
/** What a written answer counts in the service log: reading, looking up, writing. */
const ANSWER_MINUTES = 15;

@Provide()
@Scope(ScopeEnum.Singleton)
export class ThreadsService {
  @Inject()
  private readonly store!: ThreadsStore;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly legal!: LegalService;

  @Inject()
  private readonly messages!: MessagesService;

  @Inject()
  private readonly regions!: RegionsService;

  /** Problems: `questions.unknown`. */
  async require(id: string): Promise<KeptThread> {
    const thread = await this.store.find(id);
    if (!thread) throw problem('questions.unknown');
    return thread;
  }

  /**
   * Reads the thread, applies the rule and writes what comes of it, unless somebody was faster: then from the start.
   * Problems: `questions.unknown`, `questions.movedOn`, what the rule refuses with.
   */
  async change(id: string, now: Date, rule: (thread: KeptThread) => Outcome): Promise<KeptThread> {
    for (let attempt = 0; attempt < CHANGE_ATTEMPTS; attempt++) {
      const thread = await this.require(id);
      const outcome = rule(thread);
      if (outcome === thread) return thread;
      if (typeof outcome === 'string') throw problem(outcome);
      const changed = { ...thread, ...outcome, changedAt: now, revision: thread.revision + 1 };
      if (await this.store.replace(changed)) {
        await this.tell(changed, now);
        return changed;
      }
    }
    throw problem('questions.movedOn');
  }

  /** Tells everybody concerned what they have not been told yet; repeating is harmless. No word of the question goes along. */
  async tell(thread: KeptThread, now: Date): Promise<void> {
    const events = thread.events.slice(thread.told);
    const names = await this.identity.namesOf(events.flatMap(({ to }) => (to === null ? [] : [to])));
    const villageName = (await this.regions.namesOf([thread.villageId])).get(thread.villageId) ?? '';
    const subject = `${villageName}一个“${TOPIC_NAMES[thread.topic]}”的问题`;
    for (const event of events) {
      await this.noteService(event, thread);
      for (const { personId, kind, text, about } of tellings(event, thread, subject, names, now))
        await this.messages.send({ key: `question/${event.id}/${kind}`, personId, kind, text, about }, now);
    }
    await this.store.markTold(thread.id, thread.revision, thread.events.length);
  }

  /** An answer is a service to the village; its log learns the kind of matter and nothing else. */
  private async noteService({ id, what, by, at }: ThreadEvent, { villageId, topic }: KeptThread): Promise<void> {
    if (what !== 'answered' || by === null) return;
    const words = `书面答复了一个问题：${TOPIC_NAMES[topic]}`;
    const key = `question/${id}`;
    await this.legal.note({ key, adviserId: by, villageId, kind: 'answer', at, minutes: ANSWER_MINUTES, words });
  }
}

interface Telling {
  readonly personId: string;
  readonly kind: MessageKind;
  readonly text: string;
  readonly about: string;
}

/** Who is told what of an event. */
function tellings(
  { what, as, to, by }: ThreadEvent,
  thread: KeptThread,
  subject: string,
  names: ReadonlyMap<string, string>,
  now: Date,
): Telling[] {
  const about = thread.id;
  const name = names.get(to ?? '') ?? '';
  const until = thread.dueAt ? `，请在 ${sayMoment(thread.dueAt.getTime(), now.getTime())} 以前` : '，请尽快';
  // Whoever does not have it any more has nothing to do about it.
  const ownerTold = (): Telling[] =>
    to !== null && thread.owner?.personId === to ? [toOwner(thread, to, subject, until)] : [];
  const askerTold = (text: string): Telling => ({ personId: thread.askerId, kind: 'questions.passedOn', text, about });
  if (what === 'asked' || what === 'reopened' || (what === 'said' && as === 'asker')) return ownerTold();
  if (what === 'answered')
    return [thread.askerId, ...thread.added].map((personId) => ({
      personId,
      kind: 'questions.answered',
      text: `${subject}，律师答复了。`,
      about,
    }));
  if (what === 'conflict')
    return [...ownerTold(), askerTold(`${subject}：律师和对方认识，按规矩回避，由镇里另请一位来答。`)];
  if (what === 'overdue')
    return [...ownerTold(), askerTold(`${subject}到时间没有人答${name ? `，已经转给${name}` : '，正在另请人答'}。`)];
  if (what === 'named') return [...ownerTold(), askerTold(`${subject}，镇里请了${name}来答。`)];
  if (what === 'thanked' && to !== null)
    return [{ personId: to, kind: 'questions.thanked', text: `${subject}，问的人谢谢您。`, about }];
  if (what === 'personAdded' && to !== null && to !== by)
    return [{ personId: to, kind: 'questions.added', text: `${subject}，请您一起看看。`, about }];
  return [];
}

/** An adviser is to answer; the town or the county is to name one, on the desk of its own place. */
function toOwner(
  { id, owner, regionPath }: Thread & Pick<KeptThread, 'regionPath'>,
  personId: string,
  subject: string,
  until: string,
): Telling {
  if (owner?.role === 'legalAdviser')
    return { personId, kind: 'questions.toAnswer', text: `${subject}等您答${until}。`, about: id };
  const [countyId = '', townshipId = ''] = regionPath;
  const about = owner?.role === 'countyAdministrator' ? countyId : townshipId;
  return { personId, kind: 'questions.toName', text: `${subject}没有律师答${until}指定一位。`, about };
}
