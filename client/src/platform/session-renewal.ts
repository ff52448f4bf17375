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
  underWay ??= renew(signIn).finally(() => {
    underWay = undefined;
  });
  return underWay;
}

async function renew(signIn: SignIn): Promise<string | undefined> {
  const { session, begin, forget } = useSession.getState();
  try {
    const renewed = process.env.TARO_ENV === 'weapp' ? await signIn(await askWechatCode()) : undefined;
    // A demo identity is not the one of this WeChat: nobody may go on as somebody else.
    if (renewed?.personId === session?.personId && renewed) {
      begin(renewed);
      return renewed.token;
    }
  } catch (failure) {
    // No signal: the next request tries again.
    if (!(failure instanceof ApiProblem) || !failure.isRefusal) return undefined;
  }
  forget();
  return undefined;
}
