import { warningOfTheDay } from '@xiangyue/shared/features/antifraud/case.rules';
import { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { ClauseTeaser } from '@/ui/clause-teaser';
import { Row } from '@/ui/row';

/** Today's warning, and the way to the rest. The ways are there before any answer, and with no signal. */
export function TodaysWarning({ villageId }: { readonly villageId: string | undefined }) {
  const { data } = useApi(fraudCasesContract.cases, villageId === undefined ? null : { villageId });
  const warning = data && warningOfTheDay(data.cases, localDateOf(Date.now()));
  return (
    <>
      {warning && (
        <ClauseTeaser
          from="今天防这个骗局"
          title={warning.title}
          text={`这样回他：“${warning.sayNo}”`}
          onPress={() => open(paths.fraudCase(warning.id))}
        />
      )}
      <Card flush>
        <Row icon="message" title="这是不是诈骗？" note="写下来，马上有个说法" onPress={() => open(paths.fraudAsk())} />
        <Row icon="shield" title="防诈骗" note="骗子怎么骗，怎么回他" onPress={() => open(paths.antifraud)} />
        <Row icon="phone" title="我已经转了钱" note="头几分钟怎么做" onPress={() => open(paths.transferred)} />
      </Card>
    </>
  );
}
