import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { useSession } from '@/platform/session';
import { useApi } from '@/platform/use-api';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { EraseForm } from '../../components/erase-form';
import { Erased } from '../../components/erased';
import { ErasedParts } from '../../components/erased-parts';

type Told = OutputOf<typeof privacyContract.erase>;

/** 注销账号: first what goes and what stays, then the word, then what was done (个人信息保护法 art. 47). */
export default function Erase() {
  const [told, setTold] = useState<Told>();
  const foretold = useApi(privacyContract.erasure, {}, { keep: false });

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
      <PageHead title="注销账号" note="注销以后找不回来。先看清删什么、留什么。" />
      <SignedIn why="登录以后，才能注销账号。没有登录过，就没有账号要注销。">
        <Result of={foretold}>
          {({ parts }) => (
            <>
              <ErasedParts parts={parts} isDone={false} />
              <EraseForm onErased={erased} />
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
