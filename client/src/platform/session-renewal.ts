/** What happens when the service no longer knows a session. */
import { ApiProblem } from './api-problem';
import { type SavedSession, tokenNow, useSession } from './session';
import { askWechatCode } from './session-wechat';

type SignIn = (code: string) => Promise<SavedSession>;

let underWay: Promise<string | undefined> | undefined;

/**
 * A token to ask again with; undefined when somebody has to sign in first. WeChat renews silently, but only for a person who
 * had signed in here; a browser forgets. Requests that fail together renew once.
 */
export function renewSession(ended: string, signIn: SignIn): Promise<string | undefined> {
  const current = tokenNow();
  if (current !== ended) return Promise.resolve(current);
  underWay ??= renew(ended, signIn).finally(() => {
    underWay = undefined;
  });
  return underWay;
}

async function renew(ended: string, signIn: SignIn): Promise<string | undefined> {
  const { session, begin, forget } = useSession.getState();
  const renewed = await signInSilently(signIn);
  // Meanwhile somebody signed out, or another signed in: theirs is the last word.
  const current = tokenNow();
  if (current !== ended) return current;
  if (renewed === 'unreachable') return undefined;
  // A demo identity is not the one of this WeChat: nobody may go on as somebody else.
  if (renewed === 'refused' || renewed.personId !== session?.personId) {
    forget();
    return undefined;
  }
  begin(renewed);
  return renewed.token;
}

/** `unreachable`: no signal, the next request tries again. */
async function signInSilently(signIn: SignIn): Promise<SavedSession | 'refused' | 'unreachable'> {
  if (process.env.TARO_ENV !== 'weapp') return 'refused';
  try {
    return await signIn(await askWechatCode());
  } catch (failure) {
    return failure instanceof ApiProblem && failure.isRefusal ? 'refused' : 'unreachable';
  }
}
