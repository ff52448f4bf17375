/**
 * Every problem of the application, collected feature by feature, and the one way to throw them.
 * A new feature adds its table here; the code of a problem is then known to the compiler everywhere.
 */
import { antifraudProblems } from './features/antifraud/antifraud.problems';
import { delegationsProblems } from './features/delegations/delegations.problems';
import { filesProblems } from './features/files/files.problems';
import { householdsProblems } from './features/households/households.problems';
import { identityProblems } from './features/identity/identity.problems';
import { bookingProblems } from './features/legal/booking.problems';
import { legalProblems } from './features/legal/legal.problems';
import { messagesProblems } from './features/messages/messages.problems';
import { operationsProblems } from './features/operations/operations.problems';
import { pointsProblems } from './features/points/points.problems';
import { privacyProblems } from './features/privacy/privacy.problems';
import { questionsProblems } from './features/questions/questions.problems';
import { regionsProblems } from './features/regions/regions.problems';
import { rosterProblems } from './features/roster/roster.problems';
import { rulesProblems } from './features/rules/rules.problems';
import { kernelProblems } from './kernel/kernel.problems';
import { type FieldError, Problem, type ProblemKind } from './kernel/problem';

export const problemKinds = {
  ...kernelProblems,
  ...delegationsProblems,
  ...filesProblems,
  ...identityProblems,
  ...legalProblems,
  ...bookingProblems,
  ...messagesProblems,
  ...operationsProblems,
  ...privacyProblems,
  ...questionsProblems,
  ...regionsProblems,
  ...rulesProblems,
  ...householdsProblems,
  ...rosterProblems,
  ...pointsProblems,
  ...antifraudProblems,
};

type Kinds = typeof problemKinds;
export type ProblemCode = keyof Kinds;
/** What a kind's `detail` wants to know; a detail that is always the same wants nothing. */
type DataOf<Code extends ProblemCode> = Kinds[Code] extends { detail: (data: infer Data) => string }
  ? unknown extends Data
    ? undefined
    : Data
  : undefined;

interface Extra {
  errors?: readonly FieldError[];
  headers?: Readonly<Record<string, string>>;
}

/**
 * Makes a problem to throw: `throw problem('rules.documentUnknown')`, or, where the kind makes a detail from data,
 * `throw problem('request.tooLarge', { limitKb: 256 })`.
 */
export function problem<Code extends ProblemCode>(
  code: Code,
  ...[data, extra]: DataOf<Code> extends undefined
    ? [data?: undefined, extra?: Extra]
    : [data: DataOf<Code>, extra?: Extra]
): Problem {
  const kind = problemKinds[code] as ProblemKind<unknown>;
  return new Problem(code, kind.status, kind.title, kind.detail?.(data), extra?.errors, extra?.headers);
}
