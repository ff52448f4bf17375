import { ADVICE_NUMBER, ALARM_NUMBER } from '@xiangyue/shared/features/antifraud/fraud-types.rules';
import { callNumber } from '@/platform/call';
import { ActionButton } from './action-button';
import { Ways } from './ways';

/** One tap to whoever helps against fraud: advice before, the police after. */
export function CallWays() {
  return (
    <Ways>
      <ActionButton icon="phone" onPress={() => void callNumber(ADVICE_NUMBER)}>
        打 96110 问
      </ActionButton>
      <ActionButton icon="phone" onPress={() => void callNumber(ALARM_NUMBER)}>
        打 110 报警
      </ActionButton>
    </Ways>
  );
}
