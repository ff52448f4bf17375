import { View } from '@tarojs/components';
import type { RuleState } from '@xiangyue/shared/features/rules/life.rules';
import { aria } from '@/ui/aria';
import { classes } from '@/ui/classes';
import './life-line.scss';

/** The steps as people count them; what is over or was withdrawn stands on none. */
const STEPS: readonly { readonly state: RuleState; readonly word: string }[] = [
  { state: 'draft', word: '起草' },
  { state: 'comments', word: '意见' },
  { state: 'review', word: '审核' },
  { state: 'resolution', word: '表决' },
  { state: 'adopted', word: '备案' },
  { state: 'filed', word: '待实行' },
  { state: 'inForce', word: '现行' },
];

/** How far a document has come, at a glance. */
export function LifeLine({ state }: { readonly state: RuleState }) {
  const at = STEPS.findIndex((step) => step.state === state);
  if (at < 0) return null;
  return (
    <View
      className="life-line"
      {...aria({ role: 'img', label: `共 ${STEPS.length} 步，现在第 ${at + 1} 步：${STEPS[at]?.word ?? ''}` })}
    >
      {STEPS.map(({ state: step, word }, i) => (
        <View
          key={step}
          className={classes('life-line__step', i < at && 'life-line__step--done', i === at && 'life-line__step--now')}
        >
          <View className="life-line__dot" />
          <View>{word}</View>
        </View>
      ))}
    </View>
  );
}
