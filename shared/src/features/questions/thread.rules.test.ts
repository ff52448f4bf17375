/** The whole life of a question as tables: each step in each state by each part. */
import {
  addPerson,
  type Clock,
  close,
  declareConflict,
  EVENTS_MAX,
  type Holders,
  nameAdviser,
  nextOwner,
  type Outcome,
  type Owner,
  openThread,
  partOf,
  passOn,
  removePerson,
  reopen,
  say,
  type Thread,
  thank,
  UNANSWERED_MAX,
} from './thread.rules';

const AT = new Date('2026-11-24T06:00:00Z');
const later = (hours: number) => new Date(AT.getTime() + hours * 3600_000);
const holders: Holders = { advisers: ['a1', 'a2'], elsewhere: ['a9'], town: ['t1', 't2'], county: ['c1'] };
const clock: Clock = { hours: 24, holders };
const deed = (by: string, id = `by-${by}`, hours = 1) => ({ id, by, at: later(hours) });
const words = (by: string, id?: string, hours?: number) => ({ ...deed(by, id, hours), text: '话', photoIds: [] });
const asked = openThread({ id: 'q', by: 'me', at: AT }, { text: '问', photoIds: ['p'] }, clock);
const must = (outcome: Outcome): Thread => {
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
};
const answered = must(say(asked, words('a1'), clock));
const closed = must(close(answered, deed('me')));
const conflicted = must(declareConflict(asked, deed('a1'), clock));

/** What of a thread most steps are about. */
const shape = (outcome: Outcome) =>
  typeof outcome === 'string'
    ? outcome
    : [outcome.state, outcome.owner && `${outcome.owner.role} ${outcome.owner.personId}`, outcome.dueAt];

test('a new question has the village’s first adviser, and a day', () => {
  expect(asked).toMatchObject({
    askerId: 'me',
    state: 'waiting',
    owner: { role: 'legalAdviser', personId: 'a1' },
    dueAt: later(24),
    unanswered: 1,
    events: [{ id: 'q', what: 'asked', as: 'asker', by: 'me', text: '问', photoIds: ['p'], to: 'a1' }],
  });
});

test.each<[string, Partial<Holders>, string, Owner | null]>([
  ['no adviser: the town', { advisers: [] }, 'unassigned', { role: 'townOffice', personId: 't1' }],
  [
    'nor a town office: the county',
    { advisers: [], town: [] },
    'unassigned',
    { role: 'countyAdministrator', personId: 'c1' },
  ],
  ['nobody at all', { advisers: [], town: [], county: [] }, 'unassigned', null],
  ['the asker is the adviser', { advisers: ['me', 'a2'] }, 'waiting', { role: 'legalAdviser', personId: 'a2' }],
])('a new question where there is %s', (_name, missing, state, owner) => {
  const clockThere = { hours: 24, holders: { ...holders, ...missing } };
  const thread = openThread({ id: 'q', by: 'me', at: AT }, { text: '问', photoIds: [] }, clockThere);
  expect([thread.state, thread.owner, thread.dueAt]).toEqual([state, owner, owner && later(24)]);
});

test.each<[string, Partial<Thread>, Partial<Holders>, Owner | null]>([
  ['another adviser', {}, {}, { role: 'legalAdviser', personId: 'a2' }],
  ['not one who knows the other side', { excluded: ['a2'] }, {}, { role: 'townOffice', personId: 't1' }],
  ['not one whose time ran out', { passed: ['a2'] }, {}, { role: 'townOffice', personId: 't1' }],
  ['not the asker', { askerId: 't1', passed: ['a2'] }, {}, { role: 'townOffice', personId: 't2' }],
  [
    'the county where the town has nobody',
    { passed: ['a2'] },
    { town: [] },
    { role: 'countyAdministrator', personId: 'c1' },
  ],
  [
    'after the town the county',
    { owner: { role: 'townOffice', personId: 't1' } },
    {},
    { role: 'countyAdministrator', personId: 'c1' },
  ],
  ['after the county nobody', { owner: { role: 'countyAdministrator', personId: 'c1' } }, {}, null],
  ['nobody where there is nobody', {}, { advisers: ['a1'], town: [], county: [] }, null],
])('who is next: %s', (_name, thread, missing, expected) => {
  expect(nextOwner({ ...asked, ...thread }, { ...holders, ...missing })).toEqual(expected);
});

test.each([
  ['me', 'asker'],
  ['a1', 'adviser'],
  ['friend', 'added'],
  ['a2', null],
  ['t1', null],
])('%s reads it as %s', (personId, part) => {
  expect(partOf({ ...asked, added: ['friend'] }, personId)).toBe(part);
});

test('whoever has to name an adviser does not read', () => {
  expect(partOf(conflicted, 't1')).toBeNull();
  expect(partOf(conflicted, 'a1')).toBeNull();
});

test.each<[string, Thread, string, unknown]>([
  ['the adviser answers', asked, 'a1', ['answered', 'legalAdviser a1', null]],
  ['the adviser answers again', answered, 'a1', ['answered', 'legalAdviser a1', null]],
  ['the asker adds something: the time runs on', asked, 'me', ['waiting', 'legalAdviser a1', later(24)]],
  ['the asker asks on: a new day', answered, 'me', ['waiting', 'legalAdviser a1', later(26)]],
  ['somebody added says something', { ...answered, added: ['f'] }, 'f', ['answered', 'legalAdviser a1', null]],
  [
    'the asker says more while the town looks for somebody',
    conflicted,
    'me',
    ['unassigned', 'townOffice t1', later(25)],
  ],
  ['another adviser', asked, 'a2', 'questions.unknown'],
  ['the town office', conflicted, 't1', 'questions.unknown'],
  ['somebody', asked, 'x', 'questions.unknown'],
  ['in a closed one', closed, 'me', 'questions.closed'],
  ['after ten unanswered', { ...asked, unanswered: UNANSWERED_MAX }, 'me', 'questions.waitForAnswer'],
  ['an answer to ten', { ...asked, unanswered: UNANSWERED_MAX }, 'a1', ['answered', 'legalAdviser a1', null]],
])('saying: %s', (_name, thread, by, expected) => {
  expect(shape(say(thread, words(by, 'new', 2), clock))).toEqual(expected);
});

test('a full thread takes the adviser’s answer and nothing else', () => {
  const event = asked.events[0] as Thread['events'][number];
  const full = { ...asked, events: Array.from({ length: EVENTS_MAX }, (_, i) => ({ ...event, id: `e${i}` })) };
  expect(say(full, words('me', 'new'), clock)).toBe('questions.tooLong');
  expect(reopen({ ...full, state: 'closed' }, deed('me', 'new'), clock)).toBe('questions.tooLong');
  expect(shape(say(full, words('a1', 'new'), clock))).toEqual(['answered', 'legalAdviser a1', null]);
});

test('whoever asks on finds the next adviser where the first does not advise any more', () => {
  const without = { hours: 12, holders: { ...holders, advisers: ['a2'] } };
  expect(shape(say(answered, words('me', 'new', 2), without))).toEqual(['waiting', 'legalAdviser a2', later(14)]);
  const named = must(nameAdviser(conflicted, { ...deed('t1'), adviserId: 'a9' }, 24));
  const said = must(say(must(say(named, words('a9'), clock)), words('me', 'new', 2), clock));
  expect(shape(said)).toEqual(['waiting', 'legalAdviser a9', later(26)]);
});

test.each<[string, Thread, string, unknown]>([
  ['while it waits', asked, 'a1', ['unassigned', 'townOffice t1', later(26)]],
  ['after an answer', answered, 'a1', ['unassigned', 'townOffice t1', later(26)]],
  ['in a closed one', closed, 'a1', 'questions.movedOn'],
  ['by the asker', asked, 'me', 'questions.unknown'],
  ['by another adviser', asked, 'a2', 'questions.unknown'],
])('knowing the other side: %s', (_name, thread, by, expected) => {
  const outcome = declareConflict(thread, deed(by, 'new', 2), clock);
  expect(shape(outcome)).toEqual(expected);
  if (typeof outcome !== 'string') expect(outcome.excluded).toEqual(['a1']);
});

test('time runs out: from one to the next, named each time, until nobody is left', () => {
  const steps: unknown[] = [];
  let thread = asked;
  for (const hours of [24, 48, 72, 96, 120]) {
    thread = passOn(thread, { id: `o${hours}`, at: later(hours) }, clock);
    steps.push(shape(thread));
  }
  expect(steps).toEqual([
    ['waiting', 'legalAdviser a2', later(48)],
    ['unassigned', 'townOffice t1', later(72)],
    ['unassigned', 'countyAdministrator c1', later(96)],
    ['unassigned', 'countyAdministrator c1', null],
    ['unassigned', 'countyAdministrator c1', null],
  ]);
  expect(thread.events.map(({ what, by, to }) => [what, by, to])).toEqual([
    ['asked', 'me', 'a1'],
    ['overdue', null, 'a2'],
    ['overdue', null, 't1'],
    ['overdue', null, 'c1'],
    ['overdue', null, 'c1'],
  ]);
});

test.each<[string, Thread, number]>([
  ['a moment before', asked, 23.999],
  ['after an answer', answered, 100],
  ['after the end', closed, 100],
])('time does not run out %s', (_name, thread, hours) => {
  expect(passOn(thread, { id: 'o', at: later(hours) }, clock)).toBe(thread);
});

test('with no office at all it waits for anybody to be named', () => {
  const nobody = { hours: 24, holders: { advisers: ['a1'], elsewhere: [], town: [], county: [] } };
  expect(shape(passOn(asked, { id: 'o', at: later(24) }, nobody))).toEqual(['unassigned', null, null]);
});

test.each<[string, Thread, string, unknown]>([
  ['somebody else', conflicted, 'a2', ['waiting', 'legalAdviser a2', later(26)]],
  ['from another village', conflicted, 'a9', ['waiting', 'legalAdviser a9', later(26)]],
  ['the one who knows the other side', conflicted, 'a1', 'questions.adviserWrong'],
  ['the asker', conflicted, 'me', 'questions.adviserWrong'],
  ['where there is one', asked, 'a2', 'questions.movedOn'],
])('the town names %s', (_name, thread, adviserId, expected) => {
  expect(shape(nameAdviser(thread, { ...deed('t1', 'new', 2), adviserId }, 24))).toEqual(expected);
});

test.each<[string, Thread, string, unknown]>([
  ['the asker while it waits', asked, 'me', ['closed', 'legalAdviser a1', null]],
  ['the asker after the answer', answered, 'me', ['closed', 'legalAdviser a1', null]],
  ['the adviser after the answer', answered, 'a1', ['closed', 'legalAdviser a1', null]],
  ['the adviser without one', asked, 'a1', 'questions.movedOn'],
  ['somebody added', { ...asked, added: ['f'] }, 'f', 'questions.unknown'],
  ['twice', closed, 'me', 'questions.movedOn'],
])('closing: %s', (_name, thread, by, expected) => {
  expect(shape(close(thread, deed(by, 'new', 2)))).toEqual(expected);
});

test.each<[string, Thread, string, unknown]>([
  ['the asker', closed, 'me', ['waiting', 'legalAdviser a1', later(26)]],
  ['the adviser', closed, 'a1', 'questions.unknown'],
  ['what is open', asked, 'me', 'questions.movedOn'],
])('reopening: %s', (_name, thread, by, expected) => {
  expect(shape(reopen(thread, deed(by, 'new', 2), clock))).toEqual(expected);
});

test('thanks are said once, after an answer, to whoever answered', () => {
  expect(thank(asked, deed('me', 'new'))).toBe('questions.movedOn');
  const thanked = must(thank(closed, deed('me', 'new')));
  expect(thanked.events.at(-1)).toMatchObject({ what: 'thanked', to: 'a1' });
  expect(thank(thanked, deed('me', 'another'))).toBe('questions.movedOn');
  expect(thank(answered, deed('a1', 'new'))).toBe('questions.unknown');
});

test('who reads along is added by either, five at most, and never somebody who knows the other side', () => {
  const add = (thread: Thread, by: string, personId: string) =>
    addPerson(thread, { ...deed(by, `+${personId}`), personId });
  expect(must(add(asked, 'me', 'f')).added).toEqual(['f']);
  expect(must(add(asked, 'a1', 'f')).added).toEqual(['f']);
  expect(add(asked, 'x', 'f')).toBe('questions.unknown');
  expect(add({ ...asked, added: ['f'] }, 'f', 'g')).toBe('questions.unknown');
  expect(add(closed, 'me', 'f')).toBe('questions.closed');
  expect(add(conflicted, 'me', 'a1')).toBe('questions.adviserWrong');
  expect(add(asked, 'me', 'a1')).toBe(asked);
  const five = { ...asked, added: ['1', '2', '3', '4', '5'] };
  expect(add(five, 'me', '6')).toBe('questions.peopleTooMany');
});

test.each([
  ['me', 'f', []],
  ['a1', 'f', []],
  ['f', 'f', []],
  ['g', 'f', 'questions.unknown'],
  ['f', 'g', 'questions.unknown'],
  ['me', 'nobody', ['f']],
])('%s takes %s out', (by, personId, expected) => {
  const outcome = removePerson({ ...asked, added: ['f'] }, { ...deed(by, 'new'), personId });
  expect(typeof outcome === 'string' ? outcome : outcome.added).toEqual(expected);
});

test('the same deed again changes nothing', () => {
  const again = deed('a1', 'q');
  expect(say(asked, { ...words('a1', 'q') }, clock)).toBe(asked);
  expect(declareConflict(asked, again, clock)).toBe(asked);
  expect(close(asked, again)).toBe(asked);
  expect(reopen(asked, again, clock)).toBe(asked);
  expect(thank(asked, again)).toBe(asked);
  expect(nameAdviser(asked, { ...again, adviserId: 'a2' }, 24)).toBe(asked);
  expect(addPerson(asked, { ...again, personId: 'f' })).toBe(asked);
  expect(removePerson(asked, { ...again, personId: 'f' })).toBe(asked);
});
