import { View } from '@tarojs/components';
import type { ApiProblem } from '@/platform/api-problem';
import { aria } from './aria';
import './problem-note.scss';

/** What went wrong with a form that stays as it is: the sentence and what to do. What stands beside a field is not said twice. */
export function ProblemNote({ problem }: { readonly problem: ApiProblem | undefined }) {
  if (!problem) return null;
  return (
    <View className="problem-note" {...aria({ role: 'alert' })}>
      <View className="problem-note__title">{problem.title}</View>
      {problem.detail && <View>{problem.detail}</View>}
    </View>
  );
}
