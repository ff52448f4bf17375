import { type FilesProblemCode, filesProblems } from '@xiangyue/shared/features/files/files.problems';
import { Problem, type ProblemKind } from '@xiangyue/shared/kernel/problem';

/** Makes a problem of this part's own table, as `problem()` does from the application's. */
export function fileProblem(code: FilesProblemCode, headers: Readonly<Record<string, string>> = {}): Problem {
  const kind: ProblemKind<undefined> = filesProblems[code];
  return new Problem(code, kind.status, kind.title, kind.detail?.(undefined), undefined, headers);
}
