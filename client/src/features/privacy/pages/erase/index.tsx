import { View } from '@tarojs/components';
import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { useSession } from '@/platform/session';
import { useApi } from '@/platform/use-api';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SignInCard } from '@/ui/sign-in-card';
import { EraseForm } from '../../components/erase-form';
import { Erased } from '../../components/erased';
import { ErasedParts } from '../../components/erased-parts';
import './index.scss';

type Told = OutputOf<typeof privacyContract.erase>;

/** 注销账号: first what goes and what stays, then the word, then what was done (个人信息保护法 art. 47). */
export default function Erase() {
  const isSignedIn = useSession(({ session }) => session !== null);
  const [told, setTold] = useState<Told>();
  const foretold = useApi(privacyContract.erasure, isSignedIn ? {} : null, { keep: false });

  function erased(answer: Told) {
    setTold(answer);
    // Whoever leaves leaves nothing on the phone either; answers-provider.tsx sees to it.
    useSession.getState().forget();
  }

  if (told)
    return (
      <Page title="注销账号">
        <Erased told={told} />
      </Page>
    );
  return (
    <Page title="注销账号">
      <View className="erase__head">
        <Heading level={1}>注销账号</Heading>
        <View className="erase__note">注销以后找不回来。先看清删什么、留什么。</View>
      </View>
      {isSignedIn ? (
        <Result of={foretold}>
          {({ parts }) => (
            <>
              <ErasedParts parts={parts} isDone={false} />
              <EraseForm onErased={erased} />
            </>
          )}
        </Result>
      ) : (
        <SignInCard title="还没有登录">登录以后，才能注销账号。没有登录过，就没有账号要注销。</SignInCard>
      )}
    </Page>
  );
}
