import { View } from '@tarojs/components';
import type { ApiProblem } from '@/platform/api-problem';
import { Note } from '@/ui/note';

/** What the service said to the last try, field by field, below the button that was pressed. */
export function ActionProblem({ problem }: { readonly problem: ApiProblem | undefined }) {
  if (!problem) return null;
  return (
    <Note tone="madder" title={problem.title} alert>
      {problem.detail && <View>{problem.detail}</View>}
      {problem.errors.map(({ path, message }) => (
        <View key={path + message}>{message}</View>
      ))}
    </Note>
  );
}
