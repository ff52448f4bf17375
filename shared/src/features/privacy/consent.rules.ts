/** When a consent counts, and when it may be given or taken back. */
import type { LocalDate } from '../../kernel/time';
import { CONSENT_AGE, FULL_AGE, isUnder } from './age.rules';
import type { PurposeKind } from './purposes';

/** What somebody last said about a purpose. */
export interface Said {
  readonly version: number;
  readonly isGiven: boolean;
}

/**
 * - `none`: never asked, or never answered.
 * - `outdated`: given for words that have changed since: asked again, and not in force meanwhile.
 */
export type ConsentState = 'given' | 'withdrawn' | 'outdated' | 'none';

/** What holds now. @param version of the purpose as it is told today */
export function consentState(said: Said | undefined, version: number): ConsentState {
  if (!said) return 'none';
  if (!said.isGiven) return 'withdrawn';
  return said.version === version ? 'given' : 'outdated';
}

export type ConsentRefusal =
  | 'privacy.versionOld'
  | 'privacy.noticeStays'
  | 'privacy.guardianNeeded'
  | 'privacy.childUnknown';

interface Wish {
  readonly purpose: { readonly kind: PurposeKind; readonly version: number };
  readonly said: Said;
  /** The day on which it is said, in Asia/Shanghai. */
  readonly today: LocalDate;
}

/**
 * Whether somebody may say this about their own data. Whoever is under fourteen may take back, and may be told, but not
 * agree (个人信息保护法 art. 31).
 * @param birthDate null where nobody knows it
 */
export function refuseOwn({ purpose, said, today }: Wish, birthDate: LocalDate | null): ConsentRefusal | null {
  const refusal = refuseWords({ purpose, said, today });
  if (refusal) return refusal;
  const agrees = said.isGiven && purpose.kind !== 'notice';
  return agrees && isChild(birthDate, today) ? 'privacy.guardianNeeded' : null;
}

/** True for whoever is under fourteen on the day; an unknown birth date makes nobody a child. */
export function isChild(birthDate: LocalDate | null, today: LocalDate): boolean {
  return birthDate !== null && isUnder(birthDate, CONSENT_AGE, today);
}

/** Whether a member of the household may say it for a child: of full age, for one under fourteen. */
export function refuseForChild(
  wish: Wish,
  guardianBirthDate: LocalDate | null,
  childBirthDate: LocalDate | null,
): ConsentRefusal | null {
  if (!mayDecideFor(guardianBirthDate, childBirthDate, wish.today)) return 'privacy.childUnknown';
  return refuseWords(wish);
}

/** True for a member of the household of full age and another under fourteen; unknown dates decide nothing. */
export function mayDecideFor(
  guardianBirthDate: LocalDate | null,
  childBirthDate: LocalDate | null,
  today: LocalDate,
): boolean {
  if (guardianBirthDate === null) return false;
  return !isUnder(guardianBirthDate, FULL_AGE, today) && isChild(childBirthDate, today);
}

function refuseWords({ purpose, said }: Wish): ConsentRefusal | null {
  if (said.version !== purpose.version) return 'privacy.versionOld';
  return purpose.kind === 'notice' && !said.isGiven ? 'privacy.noticeStays' : null;
}
