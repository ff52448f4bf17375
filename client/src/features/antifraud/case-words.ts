import type { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import { FRAUD_TYPES, TARGET_NAMES, type Target } from '@xiangyue/shared/features/antifraud/fraud-types.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';

export type FraudCase = OutputOf<typeof fraudCasesContract.case>;
export type DeskCase = OutputOf<typeof fraudCasesContract.deskCase>;
/** What both of them tell. */
export type ToldCase = Pick<FraudCase, 'type' | 'title' | 'steps' | 'sayNo' | 'amountYuan' | 'targets' | 'doNow'>;

/** 38000 → 3.8 万元, 800 → 800 元. */
export function sayAmount(yuan: number): string {
  return yuan < 10_000 ? `${yuan} 元` : `${Math.round(yuan / 1000) / 10} 万元`;
}

/** 老人、带孩子的家长. */
export function sayTargets(targets: readonly Target[]): string {
  return targets.map((target) => TARGET_NAMES[target]).join('、');
}

/** A case as it is read aloud. */
export function caseAloud({ type, title, steps, sayNo, doNow }: ToldCase): string {
  return [
    `${title}。这一类叫${FRAUD_TYPES[type].name}。`,
    ...steps.map((step, i) => `第${i + 1}步，${step}`),
    `这样回他：${sayNo}`,
    `现在这样做：${doNow.join('')}`,
  ].join('\n');
}
