import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import {
  type CheckAnswer,
  type CheckAnswers,
  SELF_CHECK_KEYS,
  SELF_CHECKS,
  type SelfCheck,
  type SelfCheckKey,
  VERDICTS,
  verdictOf,
} from '@xiangyue/shared/features/antifraud/self-check.rules';
import { useState } from 'react';
import { paths } from '@/paths';
import { open, scrollToTop } from '@/platform/navigate';
import { ActionButton } from '@/ui/action-button';
import { CallWays } from '@/ui/call-ways';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Row } from '@/ui/row';
import { Segmented } from '@/ui/segmented';
import { Ways } from '@/ui/ways';
import './index.scss';

const ANSWERS: readonly { value: CheckAnswer; text: string }[] = [
  { value: 'yes', text: '是' },
  { value: 'no', text: '不是' },
  { value: 'unsure', text: '说不准' },
];
const TONES = { stop: 'madder', careful: 'ochre', nothingFound: 'indigo' } as const;

/** 两分钟自查: a few questions, answered on the phone alone; nothing is sent, nothing is counted. */
export default function SelfCheckPage() {
  const [chosen, setChosen] = useState<SelfCheckKey>();
  useShareAppMessage(() => ({ title: '是不是诈骗？两分钟自查', path: paths.selfCheck }));
  const choose = (key: SelfCheckKey | undefined) => {
    setChosen(key);
    scrollToTop();
  };

  return (
    <Page title="两分钟自查">
      {chosen === undefined ? (
        <>
          <PageHead title="现在是哪种情形？" note="只在这部手机上答，不上传，不记录。" />
          <Card flush>
            {SELF_CHECK_KEYS.map((key) => (
              <Row key={key} title={SELF_CHECKS[key].name} note={SELF_CHECKS[key].intro} onPress={() => choose(key)} />
            ))}
          </Card>
        </>
      ) : (
        <Questions key={chosen} check={SELF_CHECKS[chosen]} onLeave={() => choose(undefined)} />
      )}
    </Page>
  );
}

function Questions({ check, onLeave }: { readonly check: SelfCheck; readonly onLeave: () => void }) {
  const [answers, setAnswers] = useState<CheckAnswers>({});
  const verdict = verdictOf(check.questions, answers);
  return (
    <>
      <PageHead title={check.name} note="一条一条照实答。" />
      {check.questions.map(({ key, text, why }, i) => (
        <Card key={key}>
          <View className="self-check__question">
            {i + 1}. {text}
          </View>
          <Segmented
            label={text}
            options={ANSWERS}
            value={answers[key]}
            onChange={(answer) => setAnswers({ ...answers, [key]: answer })}
          />
          {(answers[key] === 'yes' || answers[key] === 'unsure') && <Note tone="ochre">{why}</Note>}
        </Card>
      ))}
      <View className="self-check__verdict">
        {verdict === null ? (
          <Note tone="indigo">还有没答的，答完给您一个说法。</Note>
        ) : (
          <>
            <Note tone={TONES[verdict]} title={VERDICTS[verdict].title} alert>
              {VERDICTS[verdict].text}
            </Note>
            {verdict !== 'nothingFound' && <CallWays />}
          </>
        )}
      </View>
      <Ways>
        <ActionButton onPress={onLeave}>换一种情形</ActionButton>
        <ActionButton onPress={() => open(paths.transferred)}>我已经转了钱</ActionButton>
      </Ways>
    </>
  );
}
