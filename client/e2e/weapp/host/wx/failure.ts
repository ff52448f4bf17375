/** A refusal in WeChat's words: becomes `errMsg: '<api>:<reason>'` in fail(). Anything else thrown is a fault of the host. */
export class WxFailure extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}
