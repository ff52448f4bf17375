import { useDidHide, useDidShow } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useEffect, useRef, useState } from 'react';
import { api } from '@/platform/api';
import { ApiProblem } from '@/platform/api-problem';
import type { SavedSession } from '@/platform/session';
import { useAction } from '@/platform/use-action';

const POLL_EVERY_MS = 2_000;
/** As long as the service keeps one; counted here, because a desktop's clock may be wrong. */
const VALID_MS = 120_000;

type Asked = OutputOf<typeof identityContract.askDesktopSignIn>;

/** A code for a phone to scan, and the waiting for its consent; `asked` is undefined once it is no longer good. */
export function useDesktopSignIn(onSignedIn: (session: SavedSession) => void) {
  const [asked, setAsked] = useState<Asked>();
  const [hasEnded, setHasEnded] = useState(false);
  const isShown = useRef(true);
  const signedIn = useRef(onSignedIn);
  signedIn.current = onSignedIn;
  useDidShow(() => {
    isShown.current = true;
  });
  useDidHide(() => {
    isShown.current = false;
  });

  const { problem, run } = useAction(async () => {
    setHasEnded(false);
    setAsked(await api(identityContract.askDesktopSignIn, {}));
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first code is asked for once
  useEffect(run, []);

  useEffect(() => {
    if (!asked) return;
    const endsAtMs = Date.now() + VALID_MS;
    let timer: ReturnType<typeof setTimeout>;
    let isLeft = false;

    function end() {
      setAsked(undefined);
      setHasEnded(true);
    }
    async function poll({ id, secret }: Asked) {
      if (Date.now() >= endsAtMs) return end();
      try {
        const { session } = isShown.current
          ? await api(identityContract.collectDesktopSignIn, { signInId: id, secret })
          : { session: null };
        if (isLeft) return;
        if (session) return signedIn.current(session);
      } catch (failure) {
        if (isLeft) return;
        if (failure instanceof ApiProblem && failure.isRefusal) return end();
      }
      // Waiting, or no signal for a moment.
      timer = setTimeout(() => void poll(asked as Asked), POLL_EVERY_MS);
    }

    timer = setTimeout(() => void poll(asked), POLL_EVERY_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [asked]);

  return { asked, hasEnded, problem, refresh: run };
}
