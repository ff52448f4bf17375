/**
 * A question's life, in one document: who may say what when, whose turn it is, and who is next when the time runs out.
 *
 *   waiting ──answer──▶ answered ──asks on──▶ waiting     either ──close──▶ closed ──reopen──▶ waiting
 *   waiting ──time over──▶ waiting at another adviser, or unassigned     unassigned ──town names──▶ waiting
 *   waiting, answered ──adviser knows the other side──▶ unassigned
 *
 * Every function gives the thread as it then is, the very same thread where its work was done before (the event's id is
 * there), or the code of why not. Times, ids and who holds which office are arguments.
 */
import type { Role } from '../../kernel/access';
import type { QuestionsProblemCode } from './questions.problems';

export const THREAD_STATES = ['waiting', 'answered', 'unassigned', 'closed'] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** Why a question has no adviser, as the town reads it. */
export const UNASSIGNED_WHY = {
  conflict: '原来的律师和对方认识，回避了',
  overdue: '到时间没有人答',
  noAdviser: '这个村没有法律顾问',
} as const;

export type OwnerRole = Extract<Role, 'legalAdviser' | 'townOffice' | 'countyAdministrator'>;

/** Whose turn it is: an adviser answers; the town, and after it the county, names an adviser. */
export interface Owner {
  readonly role: OwnerRole;
  readonly personId: string;
}

export const EVENT_KINDS = [
  'asked',
  'said',
  'answered',
  'conflict',
  'overdue',
  'named',
  'closed',
  'reopened',
  'thanked',
  'personAdded',
  'personRemoved',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** In which part somebody acts in a thread; `town` names, `clock` is nobody: time has run out. */
export type Part = 'asker' | 'adviser' | 'added';
export type ActedAs = Part | 'town' | 'clock';

/** One thing that happened; what was said is one of them, so that all stand in one order. */
export interface ThreadEvent {
  readonly id: string;
  readonly what: EventKind;
  readonly as: ActedAs;
  /** Who did it; null where time did. */
  readonly by: string | null;
  readonly at: Date;
  readonly text: string | null;
  readonly photoIds: readonly string[];
  /** Whom it concerns: who has the question then, or who was added or removed. */
  readonly to: string | null;
}

export interface Thread {
  readonly id: string;
  readonly askerId: string;
  readonly state: ThreadState;
  readonly owner: Owner | null;
  /** When the owner's time is over; null while nobody's runs. */
  readonly dueAt: Date | null;
  /** Advisers who know the other side: they never get it back. */
  readonly excluded: readonly string[];
  /** Advisers whose time ran out since the last answer. */
  readonly passed: readonly string[];
  /** Who reads along because the asker or the adviser wanted it. */
  readonly added: readonly string[];
  readonly events: readonly ThreadEvent[];
  readonly thankedAt: Date | null;
  readonly closedAt: Date | null;
  /** What was said to the adviser since the last answer. */
  readonly unanswered: number;
}

/** What somebody does: an id of its own, who, when. */
export interface Deed {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
}

/** Who holds the offices for the asker's village, each in a lasting order. */
export interface Holders {
  readonly advisers: readonly string[];
  /** Advisers of the town's other villages: the town may name one, and whoever was named stays. */
  readonly elsewhere: readonly string[];
  readonly town: readonly string[];
  readonly county: readonly string[];
}

/** What is needed to start an owner's time. */
export interface Clock {
  readonly hours: number;
  readonly holders: Holders;
}

/** How many a person asks is not a matter of one thread. */
export type Outcome = Thread | Exclude<QuestionsProblemCode, 'questions.dayFull'>;

const HOUR_MS = 3600_000;
/** A thread that is longer has become another question; it also keeps the document far below what a database takes. */
export const EVENTS_MAX = 120;
/** The adviser's answers find room beyond that: nobody waits in vain because the list is full. */
const ANSWERS_BEYOND = 60;
/** With the few steps that end a thread, no list is longer. */
export const EVENTS_KEPT_MAX = 2 * EVENTS_MAX;
/** What an asker can add before an answer: a worried person writes in pieces, a machine writes on. */
export const UNANSWERED_MAX = 10;
/** Who reads along: a spouse, a child, the village's mediator. */
export const ADDED_MAX = 5;

/** As what a person may read the thread; null: for them it does not exist. */
export function partOf(
  { askerId, owner, added }: Pick<Thread, 'askerId' | 'owner' | 'added'>,
  personId: string,
): Part | null {
  if (personId === askerId) return 'asker';
  if (owner?.role === 'legalAdviser' && owner.personId === personId) return 'adviser';
  return added.includes(personId) ? 'added' : null;
}

/**
 * Who has the question when the present owner's time is over: another adviser of the village who has not had it, then the town
 * office, then the county; null when there is nobody left.
 */
export function nextOwner(
  { askerId, owner, excluded, passed }: Pick<Thread, 'askerId' | 'owner' | 'excluded' | 'passed'>,
  { advisers, town, county }: Holders,
): Owner | null {
  const others = (ids: readonly string[]) => ids.find((id) => id !== askerId && id !== owner?.personId);
  if (owner === null || owner.role === 'legalAdviser') {
    const adviser = others(advisers.filter((id) => !excluded.includes(id) && !passed.includes(id)));
    if (adviser !== undefined) return { role: 'legalAdviser', personId: adviser };
    const officer = others(town);
    if (officer !== undefined) return { role: 'townOffice', personId: officer };
  }
  const administrator = owner?.role === 'countyAdministrator' ? undefined : others(county);
  return administrator === undefined ? null : { role: 'countyAdministrator', personId: administrator };
}

/** A new question, with whoever has it first. */
export function openThread(
  { id, by, at }: Deed,
  said: { readonly text: string; readonly photoIds: readonly string[] },
  clock: Clock,
): Thread {
  const empty: Thread = {
    id,
    askerId: by,
    state: 'unassigned',
    owner: null,
    dueAt: null,
    excluded: [],
    passed: [],
    added: [],
    events: [],
    thankedAt: null,
    closedAt: null,
    unanswered: 1,
  };
  const given = giveTo(empty, nextOwner(empty, clock.holders), at, clock.hours);
  return { ...given, events: [eventOf({ id, by, at }, 'asked', 'asker', { ...said, to: given.owner?.personId })] };
}

/** Somebody says something: the asker asks on, the adviser answers, who was added adds what they know. */
export function say(
  thread: Thread,
  deed: Deed & { readonly text: string; readonly photoIds: readonly string[] },
  clock: Clock,
): Outcome {
  if (isDone(thread, deed)) return thread;
  const part = partOf(thread, deed.by);
  if (part === null) return 'questions.unknown';
  if (thread.state === 'closed') return 'questions.closed';
  if (thread.events.length >= EVENTS_MAX + (part === 'adviser' ? ANSWERS_BEYOND : 0)) return 'questions.tooLong';
  if (part === 'adviser')
    return withEvent({ ...thread, state: 'answered', dueAt: null, passed: [], unanswered: 0 }, deed, 'answered', part, {
      to: thread.askerId,
    });
  if (thread.unanswered >= UNANSWERED_MAX) return 'questions.waitForAnswer';
  const counted = { ...thread, unanswered: thread.unanswered + 1 };
  const turned = part === 'asker' && thread.state === 'answered' ? backToAdviser(counted, deed.at, clock) : counted;
  return withEvent(turned, deed, 'said', part, { to: turned.owner?.personId });
}

/** The adviser knows the other side: from now on the question does not exist for them, and the town names another. */
export function declareConflict(thread: Thread, deed: Deed, { hours, holders }: Clock): Outcome {
  if (isDone(thread, deed)) return thread;
  if (partOf(thread, deed.by) !== 'adviser') return 'questions.unknown';
  if (thread.state === 'closed') return 'questions.movedOn';
  const excluded = [...thread.excluded, deed.by];
  const owner = nextOwner({ ...thread, excluded }, { ...holders, advisers: [] });
  const given = giveTo({ ...thread, excluded, state: 'unassigned' }, owner, deed.at, hours);
  return withEvent(given, deed, 'conflict', 'adviser', { to: owner?.personId });
}

/** The owner's time is over: the next one has it. The same thread when it is not over, or nobody is left. */
export function passOn(thread: Thread, event: Pick<Deed, 'id' | 'at'>, { hours, holders }: Clock): Thread {
  const isRunning = thread.state === 'waiting' || thread.state === 'unassigned';
  if (!isRunning || thread.dueAt === null || thread.dueAt > event.at) return thread;
  const passed = thread.state === 'waiting' && thread.owner ? [...thread.passed, thread.owner.personId] : thread.passed;
  const next = nextOwner(thread, holders);
  // Nobody left: it stays where it is, seen by everyone who can name somebody, and its time does not run out again.
  const given = next ? giveTo({ ...thread, passed }, next, event.at, hours) : { ...thread, passed, dueAt: null };
  const left =
    next === null && thread.state === 'waiting' ? { ...given, state: 'unassigned' as const, owner: null } : given;
  return withEvent(left, { ...event, by: null }, 'overdue', 'clock', { to: left.owner?.personId });
}

/** The town names an adviser for a question that has none. */
export function nameAdviser(thread: Thread, deed: Deed & { readonly adviserId: string }, hours: number): Outcome {
  if (isDone(thread, deed)) return thread;
  if (thread.state !== 'unassigned') return 'questions.movedOn';
  const { adviserId } = deed;
  if (thread.excluded.includes(adviserId) || adviserId === thread.askerId) return 'questions.adviserWrong';
  const passed = thread.passed.filter((id) => id !== adviserId);
  const named = giveTo({ ...thread, passed }, { role: 'legalAdviser', personId: adviserId }, deed.at, hours);
  return withEvent(named, deed, 'named', 'town', { to: adviserId });
}

/** Done with: the asker says so at any time, the adviser once everything is answered. */
export function close(thread: Thread, deed: Deed): Outcome {
  if (isDone(thread, deed)) return thread;
  const part = partOf(thread, deed.by);
  if (part !== 'asker' && part !== 'adviser') return 'questions.unknown';
  if (thread.state === 'closed' || (part === 'adviser' && thread.state !== 'answered')) return 'questions.movedOn';
  return withEvent({ ...thread, state: 'closed', dueAt: null, closedAt: deed.at }, deed, 'closed', part, { to: null });
}

/** The asker has more to ask about the same matter. */
export function reopen(thread: Thread, deed: Deed, clock: Clock): Outcome {
  if (isDone(thread, deed)) return thread;
  if (partOf(thread, deed.by) !== 'asker') return 'questions.unknown';
  if (thread.state !== 'closed') return 'questions.movedOn';
  if (thread.events.length >= EVENTS_MAX) return 'questions.tooLong';
  const open = backToAdviser({ ...thread, closedAt: null }, deed.at, clock);
  return withEvent(open, deed, 'reopened', 'asker', { to: open.owner?.personId });
}

/** The asker thanks, once. */
export function thank(thread: Thread, deed: Deed): Outcome {
  if (isDone(thread, deed)) return thread;
  if (partOf(thread, deed.by) !== 'asker') return 'questions.unknown';
  const [answer] = thread.events.filter(({ what }) => what === 'answered').reverse();
  if (!answer || thread.thankedAt !== null) return 'questions.movedOn';
  return withEvent({ ...thread, thankedAt: deed.at }, deed, 'thanked', 'asker', { to: answer.by });
}

/** Lets somebody read along and add what they know. */
export function addPerson(thread: Thread, deed: Deed & { readonly personId: string }): Outcome {
  if (isDone(thread, deed)) return thread;
  const part = partOf(thread, deed.by);
  if (part !== 'asker' && part !== 'adviser') return 'questions.unknown';
  if (thread.state === 'closed') return 'questions.closed';
  // Who knows the other side does not get in by the back door.
  if (thread.excluded.includes(deed.personId)) return 'questions.adviserWrong';
  if (partOf(thread, deed.personId) !== null) return thread;
  if (thread.added.length >= ADDED_MAX) return 'questions.peopleTooMany';
  if (thread.events.length >= EVENTS_MAX) return 'questions.tooLong';
  return withEvent({ ...thread, added: [...thread.added, deed.personId] }, deed, 'personAdded', part, {
    to: deed.personId,
  });
}

/** Takes that back; who was added may also leave by themselves. */
export function removePerson(thread: Thread, deed: Deed & { readonly personId: string }): Outcome {
  if (isDone(thread, deed)) return thread;
  const part = partOf(thread, deed.by);
  if (part === null || (part === 'added' && deed.by !== deed.personId)) return 'questions.unknown';
  if (!thread.added.includes(deed.personId)) return thread;
  return withEvent(
    { ...thread, added: thread.added.filter((id) => id !== deed.personId) },
    deed,
    'personRemoved',
    part,
    {
      to: deed.personId,
    },
  );
}

/** To the adviser who had it, if they still advise; else to whoever is next. */
function backToAdviser(thread: Thread, at: Date, { hours, holders }: Clock): Thread {
  const adviser = thread.owner?.role === 'legalAdviser' ? thread.owner.personId : undefined;
  const advising = [...holders.advisers, ...holders.elsewhere];
  if (adviser !== undefined && advising.includes(adviser)) return giveTo(thread, thread.owner, at, hours);
  return giveTo(thread, nextOwner({ ...thread, owner: null }, holders), at, hours);
}

function giveTo(thread: Thread, owner: Owner | null, at: Date, hours: number): Thread {
  return {
    ...thread,
    owner,
    state: owner?.role === 'legalAdviser' ? 'waiting' : 'unassigned',
    dueAt: owner && new Date(at.getTime() + hours * HOUR_MS),
  };
}

function isDone({ events }: Thread, { id }: Pick<Deed, 'id'>): boolean {
  return events.some((event) => event.id === id);
}

interface Said {
  readonly text?: string;
  readonly photoIds?: readonly string[];
  readonly to?: string | null | undefined;
}

function withEvent(
  thread: Thread,
  deed: Omit<Deed, 'by'> & { readonly by: string | null } & Said,
  what: EventKind,
  as: ActedAs,
  { to }: Said,
): Thread {
  return { ...thread, events: [...thread.events, eventOf(deed, what, as, { ...deed, to })] };
}

function eventOf(
  { id, by, at }: Omit<Deed, 'by'> & { readonly by: string | null },
  what: EventKind,
  as: ActedAs,
  { text, photoIds = [], to }: Said,
): ThreadEvent {
  return { id, what, as, by, at, text: text ?? null, photoIds, to: to ?? null };
}
