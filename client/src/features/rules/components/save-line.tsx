import { View } from '@tarojs/components';
import { ruleWorkContract } from '@xiangyue/shared/features/rules/work.contract';
import { api } from '@/platform/api';
import type { ApiProblem } from '@/platform/api-problem';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { aria } from '@/ui/aria';
import { Note } from '@/ui/note';
import { ProblemNote } from '@/ui/problem-note';
import { Ways } from '@/ui/ways';
import type { RuleWork } from '../use-desk';
import type { SaveState } from '../use-draft';
import './save-line.scss';

interface Props {
  readonly state: SaveState;
  readonly problem: ApiProblem | undefined;
  readonly documentId: string;
  readonly onRetry: () => void;
  readonly onTakeTheirs: (newest: RuleWork) => void;
  readonly onKeepMine: (newest: RuleWork) => void;
}

const WORDS: Readonly<Record<'saved' | 'typing' | 'saving', string>> = {
  saved: '已保存',
  typing: '有改动，马上自动保存…',
  saving: '正在保存…',
};

/** Whether what is written is safe; when somebody else wrote too, a choice that loses nothing by itself. */
export function SaveLine({ state, problem, documentId, onRetry, onTakeTheirs, onKeepMine }: Props) {
  const choose = useAction(async (then: (newest: RuleWork) => void) =>
    then(await api(ruleWorkContract.work, { documentId })),
  );
  if (state === 'conflict')
    return (
      <Note tone="madder" title="别人也在改这份草案" alert>
        <View>他先存上了，您这边的改动还在这一页，没有丢，也没有盖掉他的。请选一样：</View>
        <Ways stacked>
          <ActionButton onPress={() => choose.run(onTakeTheirs)}>看他改的，放下我的</ActionButton>
          <ActionButton onPress={() => choose.run(onKeepMine)}>用我的，盖过他的</ActionButton>
        </Ways>
        <ProblemNote problem={choose.problem} />
      </Note>
    );
  if (state === 'failed')
    return (
      <Note tone="ochre" title={`没有存上：${problem?.title ?? ''}`} alert>
        {problem?.detail && <View>{problem.detail}</View>}
        {problem?.errors.map(({ path, message }) => (
          <View key={path}>{message}</View>
        ))}
        <Ways stacked>
          <ActionButton onPress={onRetry}>再存一次</ActionButton>
        </Ways>
      </Note>
    );
  return (
    <View className="save-line" {...aria({ role: 'status' })}>
      {WORDS[state]}
    </View>
  );
}
