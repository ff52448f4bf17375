import { View } from '@tarojs/components';
import type { ApiProblem } from '@/platform/api-problem';
import { aria } from './aria';
import './notice.scss';

/** Why a tap did not do what it should, beside the button: the sentence, what to do, and each field that is wrong. */
export function Notice({ problem }: { readonly problem: ApiProblem | undefined }) {
  if (!problem) return null;
  return (
    <View className="notice" {...aria({ role: 'alert' })}>
      <View>{problem.title}</View>
      {problem.detail && <View className="notice__detail">{problem.detail}</View>}
      {problem.errors.map(({ path, message }) => (
        <View key={path} className="notice__detail">
          {message}
        </View>
      ))}
    </View>
  );
}
