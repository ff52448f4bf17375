import { View } from '@tarojs/components';
import type { ApiProblem } from '@/platform/api-problem';
import { Note } from './note';

interface Props {
  readonly problem: ApiProblem | undefined;
  /** Paths of the fields that say themselves what is wrong with them; it is not said twice. */
  readonly beside?: readonly string[];
}

/** Why a tap did not do what it should, near the button: the sentence, what to do, and each field that is wrong. */
export function ProblemNote({ problem, beside = [] }: Props) {
  if (!problem) return null;
  return (
    <Note tone="madder" title={problem.title} alert>
      {problem.detail && <View>{problem.detail}</View>}
      {problem.errors
        .filter(({ path }) => !beside.includes(path))
        .map(({ path, message }) => (
          <View key={path + message}>{message}</View>
        ))}
    </Note>
  );
}
