import { consentState, mayDecideFor, refuseForChild, refuseOwn } from './consent.rules';

const TODAY = '2026-11-24';
const ADULT = '1980-01-01';
const CHILD = '2013-01-01';
const TEENAGER = '2011-01-01';
const consent = { kind: 'consent', version: 3 } as const;
const separate = { kind: 'separateConsent', version: 3 } as const;
const notice = { kind: 'notice', version: 3 } as const;
const give = { version: 3, isGiven: true };
const takeBack = { version: 3, isGiven: false };

test.each([
  [undefined, 1, 'none'],
  [{ version: 1, isGiven: true }, 1, 'given'],
  [{ version: 1, isGiven: true }, 2, 'outdated'],
  [{ version: 2, isGiven: true }, 1, 'outdated'],
  [{ version: 1, isGiven: false }, 1, 'withdrawn'],
  [{ version: 1, isGiven: false }, 2, 'withdrawn'],
] as const)('said %j, told version %i: %s', (said, version, state) => {
  expect(consentState(said, version)).toBe(state);
});

test.each([
  ['an adult agrees', consent, give, ADULT, null],
  ['an adult takes back', consent, takeBack, ADULT, null],
  ['nobody knows the age', separate, give, null, null],
  ['fourteen and older', separate, give, TEENAGER, null],
  ['a child agrees', consent, give, CHILD, 'privacy.guardianNeeded'],
  ['a child agrees to be published', separate, give, CHILD, 'privacy.guardianNeeded'],
  ['a child takes back', consent, takeBack, CHILD, null],
  ['a child has read the notice', notice, give, CHILD, null],
  ['the notice is no consent to take back', notice, takeBack, ADULT, 'privacy.noticeStays'],
  ['older words', consent, { version: 2, isGiven: true }, ADULT, 'privacy.versionOld'],
  ['words that are not yet there', consent, { version: 4, isGiven: false }, ADULT, 'privacy.versionOld'],
] as const)('for oneself: %s', (_what, purpose, said, birthDate, expected) => {
  expect(refuseOwn({ purpose, said, today: TODAY }, birthDate)).toBe(expected);
});

test.each([
  ['a parent for a child', give, ADULT, CHILD, null],
  ['and takes back', takeBack, ADULT, CHILD, null],
  ['older words', { version: 2, isGiven: true }, ADULT, CHILD, 'privacy.versionOld'],
  ['a brother of fifteen', give, TEENAGER, CHILD, 'privacy.childUnknown'],
  ['for somebody of fourteen', give, ADULT, TEENAGER, 'privacy.childUnknown'],
  ['for another adult', give, ADULT, ADULT, 'privacy.childUnknown'],
  ['nobody knows the age of who asks', give, null, CHILD, 'privacy.childUnknown'],
  ['nobody knows the age of the other', give, ADULT, null, 'privacy.childUnknown'],
] as const)('for another: %s', (_what, said, guardian, child, expected) => {
  expect(refuseForChild({ purpose: consent, said, today: TODAY }, guardian, child)).toBe(expected);
});

test.each([
  ['the eighteenth birthday itself', '2008-11-24', CHILD, false],
  ['the day after it', '2008-11-23', CHILD, true],
  ['the child’s fourteenth birthday itself', ADULT, '2012-11-24', true],
  ['the day after it', ADULT, '2012-11-23', false],
])('who decides: %s', (_what, guardian, child, expected) => {
  expect(mayDecideFor(guardian, child, TODAY)).toBe(expected);
});
