/**
 * A first answer to "is this a scam?", from the words alone: at once, on the phone, with no signal. It names what the text looks like
 * and what to do; it never says that something is safe, and it is no officer's answer.
 */
import { normalizeText } from '../../kernel/text';
import { FRAUD_TYPE_KEYS, FRAUD_TYPES, type FraudTypeKey } from './fraud-types.rules';

/** Words that each kind of fraud uses; a hit counts once however often it stands there. */
const SIGNS: Readonly<Record<FraudTypeKey, readonly RegExp[]>> = {
  brushing: [/刷单|抢单|补单|做任务|连单/, /点赞|关注.{0,6}(?:红包|佣金|返)/, /佣金|返利|返现/, /垫(?:付|钱|资)|兼职/],
  investment: [
    /炒股|股票|基金|虚拟币|比特币|数字货币|期货|外汇/,
    /稳赚|内幕|内部消息|高回报|高收益|翻倍/,
    /老师带|导师|跟单|荐股/,
    /提现.{0,8}(?:税|费)|提不出/,
  ],
  shopping: [
    /私下(?:转|付|交易)|加微信.{0,6}(?:买|付|转)/,
    /定金|订金|押金.{0,6}运费/,
    /低价|内部价|便宜.{0,4}(?:一半|三成)|清仓/,
  ],
  courier: [
    /快递|包裹|客服/,
    /理赔|赔(?:你|您|付|钱)|退款|丢(?:了|失|件)/,
    /会员.{0,8}(?:扣|取消|关闭)|百万保障|误(?:开|操作)/,
    /共享屏幕|屏幕共享|腾讯会议/,
  ],
  loan: [/贷款|网贷|借款|额度|放款/, /保证金|手续费|解冻费|流水|会员费/, /不看征信|无抵押|秒到账|低息|贴息/],
  credit: [/征信/, /注销.{0,8}(?:账户|贷|学生|校园)|校园贷|学生贷/, /花呗|借呗|白条|微粒贷/],
  acquaintance: [
    /我是你?(?:领导|老板|书记|主任|老师|舅|叔|侄|孙)|领导/,
    /手机(?:坏|丢)了|换(?:了)?号|新号/,
    /急(?:用|事|需)|先帮我|代(?:付|转|垫)/,
    /别告诉|不方便(?:接|打)电话/,
  ],
  officials: [
    /公安|民警|警官|检察|法院|通缉|社保局|医保局|通信管理|疾控/,
    /涉嫌|洗钱|涉案|犯罪|逮捕/,
    /安全账户|清查|核查资金|保证金/,
    /停卡|停用|注销.{0,4}(?:社保|医保|电话)|冻结/,
    /保密|不(?:许|要|能)告诉/,
  ],
  romance: [
    /网恋|对象|男朋友|女朋友|交友|相亲|婚恋/,
    /没见过面|还没见|网上认识/,
    /借(?:我|点|钱)|礼物.{0,6}(?:海关|税)|见面.{0,8}(?:路费|钱)/,
  ],
  gaming: [/游戏|皮肤|装备|账号|王者|吃鸡|点券/, /解冻|激活|防沉迷|未成年/, /扫码.{0,6}领|免费领|低价(?:卖|出)/],
};

/** Signs that are enough by themselves, whatever the kind. */
const ALARMS: readonly RegExp[] = [
  /安全账户/,
  /验证码/,
  /共享屏幕|屏幕共享/,
  /解冻费|先交.{0,6}(?:费|金)|保证金/,
  /刷单|做任务.{0,6}垫/,
  /不(?:许|要|能)告诉.{0,4}(?:家|别|任何)/,
  /\.apk|下载.{0,10}(?:软件|app)/i,
];

/** The money is gone, or going: the first minutes count. */
const PAID = /(?:已经?|刚刚?|都)(?:给|转|汇|付|打)|转(?:了|出|过去)|汇了|付了(?:钱|款)|被骗了|打过去了/;
const NOT_PAID = /(?:没有?|还没|未|不)(?:给|转|汇|付|打)/;

export type FirstAidLevel = 'likely' | 'suspicious' | 'unclear';

export interface FirstAid {
  /** likely: two signs of one kind or an alarm; suspicious: one sign; unclear: none found, which proves nothing. */
  readonly level: FirstAidLevel;
  /** What it looks most like; null where no sign of a kind was found. */
  readonly type: FraudTypeKey | null;
  /** The words that say so, as they stand. */
  readonly signs: readonly string[];
  /** Money has been given already. */
  readonly hasPaid: boolean;
}

/** As many words as one looks at. */
const SIGNS_SHOWN = 5;

export function firstAidFor(text: string): FirstAid {
  const read = normalizeText(text);
  const hits = (patterns: readonly RegExp[]) => patterns.flatMap((pattern) => pattern.exec(read)?.[0] ?? []);
  const alarms = hits(ALARMS);
  const byType = FRAUD_TYPE_KEYS.map((type) => ({ type, found: hits(SIGNS[type]) }));
  const best = byType.reduce((one, other) => (other.found.length > one.found.length ? other : one));
  const type = best.found.length > 0 ? best.type : null;
  const signs = [...new Set([...best.found, ...alarms])].slice(0, SIGNS_SHOWN);
  return {
    level: alarms.length > 0 || best.found.length >= 2 ? 'likely' : type ? 'suspicious' : 'unclear',
    type,
    signs,
    hasPaid: PAID.test(read) && !NOT_PAID.test(read),
  };
}

export const FIRST_AID_TITLES: Readonly<Record<FirstAidLevel, string>> = {
  likely: '很像诈骗，先停下来',
  suspicious: '有点像，先别动',
  unclear: '按字看不出来，不等于安全',
};

/** What to do now, line by line. */
export function firstAidLines({ type, hasPaid }: Pick<FirstAid, 'type' | 'hasPaid'>): string[] {
  if (hasPaid) return ['马上打 110，再打银行电话要求止付。', '不要再转一分钱，聊天和转账单都留着。'];
  if (type) return [`这样回他：“${FRAUD_TYPES[type].sayNo}”`, ...FRAUD_TYPES[type].doNow];
  return ['不转钱，不说验证码，不点链接。', '急的话打 96110 问；不急，等民警在这里回答。'];
}
