/**
 * Problems: everything that can go wrong and that a person or a client must be able to tell apart.
 * A problem has a code (clients switch on it), an HTTP status and a sentence in plain Chinese (people read it).
 */

/** One kind of problem. `detail` makes a second sentence from the data that is thrown with it. */
export interface ProblemKind<Data = never> {
  readonly status: number;
  readonly title: string;
  readonly detail?: (data: Data) => string;
}

/** What is wrong with one field of the input; `path` is dotted, as in `clauses.3.title`. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** The body of an `application/problem+json` answer (RFC 9457) as this service writes it. */
export interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly requestId: string;
}

/** Thrown wherever a request cannot be granted; rendered in one place, `platform/http`. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly detail?: string,
    readonly errors?: readonly FieldError[],
    /** Extra response headers, such as `Allow` or `Retry-After`. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}: ${detail ?? title}`);
  }
}

/** Keeps the exact keys and the type of each `detail`, so that `problem()` can check what is thrown with a code. */
// biome-ignore lint/suspicious/noExplicitAny: each kind has its own data type; the table only collects them
export function defineProblems<Kinds extends Record<`${string}.${string}`, ProblemKind<any>>>(kinds: Kinds): Kinds {
  return kinds;
}
