import { useShareAppMessage } from '@tarojs/taro';
import { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import {
  FRAUD_TYPE_NAMES,
  FRAUD_TYPES_SOURCE,
  type FraudTypeKey,
} from '@xiangyue/shared/features/antifraud/fraud-types.rules';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { usePreferences } from '@/platform/preferences';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { CallWays } from '@/ui/call-ways';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Segmented } from '@/ui/segmented';
import { type FraudCase, sayAmount, sayTargets } from '../../case-words';

/** 反诈: what to do now, and how frauds run. Without signing in, and with no signal from what was read. */
export default function Library() {
  const village = usePreferences((preferences) => preferences.village);
  const cases = useApi(fraudCasesContract.cases, village && { villageId: village.id });
  useShareAppMessage(() => ({ title: '防诈骗：骗子怎么骗，怎么回他', path: paths.antifraud }));

  return (
    <Page title="反诈" shows={[cases]}>
      <PageHead title="防诈骗" note="凡是要钱、要验证码的，先停一停。" />
      <Card flush>
        <Row icon="phone" title="我已经转了钱" note="头几分钟怎么做" onPress={() => open(paths.transferred)} />
        <Row
          icon="message"
          title="这是不是诈骗？"
          note="写下来，马上有个说法，民警再回答"
          onPress={() => open(paths.fraudAsk())}
        />
        <Row icon="check" title="两分钟自查" note="电话、链接、转账、见面" onPress={() => open(paths.selfCheck)} />
      </Card>
      <CallWays />
      {village ? (
        <Result of={cases}>{({ cases: all }) => <CaseList cases={all} villageName={village.name} />}</Result>
      ) : (
        <Empty
          title="先选您的村"
          action={<ActionButton onPress={() => open(paths.chooseVillage)}>选我的村</ActionButton>}
        >
          选好以后，这里是您那里公布的骗局。
        </Empty>
      )}
      <Card title="哪几类最多">
        <Prose>
          {FRAUD_TYPES_SOURCE.publisher} {sayDate(FRAUD_TYPES_SOURCE.publishedOn)}公布：{FRAUD_TYPES_SOURCE.what}。
        </Prose>
        <Prose>{Object.values(FRAUD_TYPE_NAMES).join('、')}。</Prose>
      </Card>
    </Page>
  );
}

const ALL = 'all';

function CaseList({ cases, villageName }: { readonly cases: readonly FraudCase[]; readonly villageName: string }) {
  const [type, setType] = useState<FraudTypeKey | typeof ALL>(ALL);
  if (cases.length === 0)
    return <Empty title={`${villageName}现在没有公布的案例`}>有了会在这里出现。先看看自查，也有用。</Empty>;
  const types = [...new Set(cases.map((one) => one.type))];
  const options = [
    { value: ALL, text: '全部' } as const,
    ...types.map((value) => ({ value, text: FRAUD_TYPE_NAMES[value] })),
  ];
  return (
    <>
      {types.length > 1 && <Segmented labelled label="看哪一类" options={options} value={type} onChange={setType} />}
      <Card flush>
        {cases
          .filter((one) => type === ALL || one.type === type)
          .map(({ id, title, type: kind, amountYuan, targets }) => (
            <Row
              key={id}
              title={title}
              note={[
                FRAUD_TYPE_NAMES[kind],
                amountYuan !== null && `被骗 ${sayAmount(amountYuan)}`,
                targets.length > 0 && `多找${sayTargets(targets)}`,
              ]
                .filter(Boolean)
                .join('，')}
              onPress={() => open(paths.fraudCase(id))}
            />
          ))}
      </Card>
    </>
  );
}
