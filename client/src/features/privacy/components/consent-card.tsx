import { View } from '@tarojs/components';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { useAction } from '@/platform/use-action';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { Tag } from '@/ui/tag';
import { Toggle } from '@/ui/toggle';
import type { Consent } from '../say-consents';
import './consent-card.scss';

interface Props {
  readonly consent: Consent;
  /** Says it to the service; the page then asks for what holds. */
  readonly onSay: (consent: Consent, isGiven: boolean) => Promise<void>;
}

const SAID_BY = { self: '', guardian: '家长', delegate: '代办的人' } as const;

/** One purpose: what it is for, what stays possible without it, and the switch. Taking back is as easy as giving. */
export function ConsentCard({ consent, onSay }: Props) {
  const { title, text, without, law, kind, state } = consent;
  const say = useAction((isGiven: boolean) => onSay(consent, isGiven));
  return (
    <Card title={title} aside={kind === 'separateConsent' && <Tag tone="ochre">单独同意</Tag>}>
      <View className="consent-card__text">{text}</View>
      <View className="consent-card__without">{without}</View>
      <View className="consent-card__law">依据：{law}</View>
      <View className="consent-card__switch">
        <Toggle
          title={state === 'given' ? '已同意' : '没有同意'}
          note={say.busy ? '正在记下…' : sayWhen(consent)}
          on={state === 'given'}
          onChange={say.run}
        />
      </View>
      {say.problem && (
        <Note tone="madder" alert>
          {[say.problem.title, say.problem.detail].filter(Boolean).join('。')}
        </Note>
      )}
    </Card>
  );
}

function sayWhen({ state, said }: Consent): string {
  if (!said) return '还没有问过您';
  const who = SAID_BY[said.how];
  const when = sayMoment(Date.parse(said.at), Date.now());
  if (state === 'outdated') return `说明改过了，${when}同意的是旧的，请重新看一看`;
  return state === 'given' ? `${when} ${who}打开` : `${when} ${who}关掉`;
}
