import { View } from '@tarojs/components';
import { paths } from '@/paths';
import type { ApiProblem } from '@/platform/api-problem';
import { openTab } from '@/platform/navigate';
import { ActionButton } from './action-button';
import { aria } from './aria';
import './problem-view.scss';

interface Props {
  readonly problem: ApiProblem;
  readonly retry: () => void;
}

/** Something went wrong and there is nothing to show in its place: the sentence, what to do, and the number to tell us. A refusal stays one: it leads home. */
export function ProblemView({ problem, retry }: Props) {
  return (
    <View className="card problem-view" {...aria({ role: 'alert' })}>
      <View className="problem-view__title">{problem.title}</View>
      {problem.detail && <View className="problem-view__detail">{problem.detail}</View>}
      <View className="problem-view__action">
        {problem.isRefusal ? (
          <ActionButton onPress={() => openTab(paths.home)}>回首页</ActionButton>
        ) : (
          <ActionButton onPress={retry}>重试</ActionButton>
        )}
      </View>
      {problem.requestId && <View className="problem-view__number">编号 {problem.requestId}</View>}
    </View>
  );
}
