/**
 * Two minutes of asking oneself, before a call, a link, a transfer or a meeting goes on: questions as data, and what the answers
 * amount to. It never says that something is safe; at most that nothing was found.
 */

export interface CheckQuestion {
  readonly key: string;
  readonly text: string;
  /** Why it is asked: what a "yes" means. */
  readonly why: string;
  /** One "yes" to this is enough to stop. */
  readonly decisive?: true;
}

export interface SelfCheck {
  readonly name: string;
  readonly intro: string;
  readonly questions: readonly CheckQuestion[];
}

const MONEY_SAFE = '公家没有“安全账户”，要您转钱的都是骗子。';
const CODE = '验证码就是钥匙，银行和公家都不会问您要。';
const SCREEN = '共享屏幕以后，您的密码对方全看得见。';
const SECRET = '骗子最怕您和家里人商量。';

export const SELF_CHECKS = {
  call: {
    name: '接到一个电话',
    intro: '电话还没挂，或者刚挂。',
    questions: [
      { key: 'safeAccount', text: '他要您把钱转到一个账户里吗？', why: MONEY_SAFE, decisive: true },
      { key: 'code', text: '他问您要短信验证码或密码吗？', why: CODE, decisive: true },
      { key: 'screen', text: '他要您共享屏幕、下载开会的软件吗？', why: SCREEN, decisive: true },
      { key: 'secret', text: '他不让您告诉家里人吗？', why: SECRET, decisive: true },
      { key: 'hurry', text: '他催您马上办，不许挂电话吗？', why: '催得越急，越要慢一点。' },
      { key: 'foreign', text: '号码是 +、00 开头，或者不认识的外地号吗？', why: '骗子常用境外和改过的号码。' },
    ],
  },
  link: {
    name: '收到一个链接或二维码',
    intro: '短信、群里、邮件里来的，还没点或者已经点开。',
    questions: [
      { key: 'money', text: '打开后要您填银行卡号、密码或验证码吗？', why: CODE, decisive: true },
      {
        key: 'install',
        text: '要您装一个应用商店里没有的软件吗？',
        why: '这种软件能看到您手机里的一切。',
        decisive: true,
      },
      { key: 'gift', text: '说您中奖、有补贴、有礼品要领吗？', why: '天上掉的，多半是钩子。' },
      { key: 'sender', text: '发来的人您不认识，或者和平常说话不一样吗？', why: '熟人的号也可能被盗了。' },
      { key: 'threat', text: '说不点就停卡、停社保、扣分吗？', why: '停卡停社保，单位会当面通知。' },
    ],
  },
  transfer: {
    name: '正要转一笔钱',
    intro: '转出去之前，花两分钟。',
    questions: [
      { key: 'unmet', text: '收钱的人您从来没见过面吗？', why: '没见过面的人，钱追不回来。', decisive: true },
      { key: 'advance', text: '是先交钱才能拿到贷款、退款、奖金吗？', why: '先交钱的，都是骗局。', decisive: true },
      {
        key: 'unverified',
        text: '是微信上“熟人”开口，您还没打电话核实吗？',
        why: '头像和名字都能假，声音和见面才算。',
        decisive: true,
      },
      { key: 'profit', text: '对方说稳赚、有内部消息吗？', why: '没有稳赚不赔的买卖。' },
      { key: 'card', text: '收钱的户名和他说的名字不一样吗？', why: '用别人的卡收钱，十有八九有问题。' },
    ],
  },
  meeting: {
    name: '有人约您见面或上门',
    intro: '约见面、上门检查、办卡、送东西。',
    questions: [
      {
        key: 'cards',
        text: '要买、要借您的银行卡、电话卡吗？',
        why: '租借两卡违法，最高罚二十万元（反电信网络诈骗法第三十一条、第四十四条）。',
        decisive: true,
      },
      { key: 'cash', text: '要您带现金、黄金去交给一个人吗？', why: '公家办案不收现金和黄金。', decisive: true },
      { key: 'faceScan', text: '要拍您的脸、身份证和银行卡吗？', why: '刷脸能替您贷款、开户。', decisive: true },
      { key: 'papers', text: '说是公家的人，却不给看证件吗？', why: '可以当面打 110 或村里的电话核实。' },
      { key: 'free', text: '是免费体检、免费领东西，再要您买吗？', why: '先送后卖，卖的多是几十倍的价。' },
    ],
  },
} as const satisfies Record<string, SelfCheck>;

export type SelfCheckKey = keyof typeof SELF_CHECKS;
export const SELF_CHECK_KEYS = Object.keys(SELF_CHECKS) as SelfCheckKey[];

export type CheckAnswer = 'yes' | 'no' | 'unsure';
export type CheckAnswers = Readonly<Record<string, CheckAnswer | undefined>>;

/** stop: do nothing more. careful: ask somebody first. nothingFound: no sign among these questions, which proves nothing. */
export type CheckVerdict = 'stop' | 'careful' | 'nothingFound';

export const VERDICTS = {
  stop: { title: '停下来，这很像诈骗', text: '不转钱，不说验证码，挂掉电话。已经转了的，马上打 110。' },
  careful: { title: '先别办，问一问再说', text: '说给家里人听，打 96110，或者问包片民警。' },
  nothingFound: { title: '这几样里没有看出来', text: '不等于安全。凡是要钱、要验证码，都先停下来问一问。' },
} as const satisfies Record<CheckVerdict, { title: string; text: string }>;

/**
 * What the answers amount to, or null while a question is open: one decisive yes or two others stop; a single sign, or anything
 * that one is not sure of, is reason to ask first. One decisive yes needs no further answer.
 */
export function verdictOf(questions: readonly CheckQuestion[], answers: CheckAnswers): CheckVerdict | null {
  const answered = (answer: CheckAnswer) => questions.filter(({ key }) => answers[key] === answer);
  const signs = answered('yes');
  if (signs.some(({ decisive }) => decisive) || signs.length >= 2) return 'stop';
  if (questions.some(({ key }) => answers[key] === undefined)) return null;
  return signs.length > 0 || answered('unsure').length > 0 ? 'careful' : 'nothingFound';
}
