import { useRouter } from '@tarojs/taro';
import { delegationsContract } from '@xiangyue/shared/features/delegations/delegations.contract';
import { CONSENT_WAYS } from '@xiangyue/shared/features/delegations/delegations.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate, sayDay, sayMoment } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { PhotoRow } from '@/ui/photo-row';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { ContactForm } from '../../components/contact-form';
import { StopForm } from '../../components/stop-form';
import { sayWho, whyOver } from '../../say-delegation';

export type DelegationPage = OutputOf<typeof delegationsContract.one>;

/** One 代办: who for whom, what can be done, how it was agreed, what was done, and how to stop it. */
export default function DelegationOf() {
  const { delegationId = '' } = useRouter().params;
  const one = useApi(delegationsContract.one, { delegationId }, { keep: false, isRecorded: true });
  return (
    <Page title="代办" shows={[one]}>
      <SignedIn why="登录以后，才看得到这份代办。">
        <Result of={one}>{(page) => <Whole page={page} onChanged={one.retry} />}</Result>
      </SignedIn>
    </Page>
  );
}

function Whole({ page, onChanged }: { readonly page: DelegationPage; readonly onChanged: () => void }) {
  const { delegation } = page;
  const { isRunning, endsOn } = delegation;
  return (
    <>
      <PageHead title={sayWho(delegation)} note={isRunning ? `有效，到${sayDate(endsOn)}` : whyOver(delegation)} />
      {isRunning && <CanDo page={page} onChanged={onChanged} />}
      <Agreed page={page} />
      <Done page={page} />
    </>
  );
}

function CanDo({ page, onChanged }: { readonly page: DelegationPage; readonly onChanged: () => void }) {
  const { id, amAgent, memberName } = page.delegation;
  const [doing, setDoing] = useState<'contact' | 'stop'>();
  const close = () => setDoing(undefined);
  const done = () => {
    close();
    onChanged();
  };
  if (doing === 'contact') return <ContactForm page={page} onSaved={done} onClose={close} />;
  if (doing === 'stop') return <StopForm delegationId={id} onStopped={done} onClose={close} />;
  return (
    <Card title={amAgent ? `替${memberName}办` : undefined} flush>
      {amAgent && (
        <>
          <Row icon="home" title="更新登记" note="在家还是在外、联系电话" onPress={() => setDoing('contact')} />
          <Row icon="rules" title="对村规草案提意见" note="写意见时选“替谁说的”" onPress={() => open(paths.rules)} />
        </>
      )}
      <Row icon="stop" title="停了这份代办" note="马上就停，家里人会知道" onPress={() => setDoing('stop')} />
    </Card>
  );
}

/** Who said yes, how, and who wrote it down. */
function Agreed({ page: { delegation, photos } }: { readonly page: DelegationPage }) {
  const { consent, memberName, agentName, startedAt } = delegation;
  return (
    <Card title={`${memberName}怎么同意的`}>
      <Prose>{`${sayDate(consent.on)}，${CONSENT_WAYS[consent.way]}：${consent.words}`}</Prose>
      <PhotoRow photos={photos} />
      <Prose>{`${agentName ?? '有人'}记下的，${sayDay(Date.parse(startedAt))}。`}</Prose>
    </Card>
  );
}

/** What was done, with both names. */
function Done({ page: { delegation, acts } }: { readonly page: DelegationPage }) {
  if (acts.length === 0)
    return (
      <Card title="办过什么">
        <Prose>还没有办过什么。</Prose>
      </Card>
    );
  return (
    <Card title="办过什么" flush>
      {acts.map(({ at, agentName, what, words }) => (
        <Row
          key={`${at} ${what}`}
          title={words ? `${what}：${words}` : what}
          note={`${agentName ?? '有人'}代${delegation.memberName}办，${sayMoment(Date.parse(at), Date.now())}`}
        />
      ))}
    </Card>
  );
}
