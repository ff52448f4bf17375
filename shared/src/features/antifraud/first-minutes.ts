/**
 * 我已经转了钱: what to do in the first minutes, in the order in which it helps. It is part of the app itself, so that it can be
 * read with no signal. General practice of the police and the banks; a bank's own number is on the back of the card.
 */

export interface FirstMinute {
  readonly title: string;
  readonly text: string;
  /** A number to call with one tap. */
  readonly call?: string;
}

export const FIRST_MINUTES: readonly FirstMinute[] = [
  {
    title: '马上打 110',
    text: '说清楚：什么时候、转了多少、从哪张卡、转到哪个账号和户名。越早，止付的机会越大。',
    call: '110',
  },
  {
    title: '同时打银行的电话',
    text: '号码在银行卡背面。说“我被骗了，要求紧急止付、挂失”。微信、支付宝付的，在软件里找“投诉”“冻结”。',
  },
  { title: '不要再转一分钱', text: '说“再交一笔就能退”的，都是接着骗。退款、解冻、手续费，一概不给。' },
  {
    title: '把东西都留着',
    text: '聊天、短信、通话记录、转账单、对方的账号和二维码都截图。不删软件，不退群，等民警看。',
  },
  { title: '改密码、断开共享', text: '停掉屏幕共享，断网。换一部手机改支付密码和微信密码。' },
  { title: '到派出所做笔录', text: '带上身份证、银行卡和手机。家里人陪着去，被骗不丢人。' },
];
