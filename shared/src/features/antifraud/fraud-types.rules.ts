/**
 * The kinds of telecom fraud as the Ministry of Public Security has published them, as data: whatever ranks or counts by them shows
 * the date and the source beside it. How each runs, and the sentence to say no with, is what a villager reads of it.
 */
import type { LocalDate } from '../../kernel/time';

/** Shown beside every list of the kinds; the figures are of the year before. */
export const FRAUD_TYPES_SOURCE = {
  publisher: '公安部',
  publishedOn: '2024-06-25' as LocalDate,
  what: '十大高发电信网络诈骗类型（2023 年数据，约占发案的 88.4%，其中只有前三类有先后）',
} as const;

export interface FraudType {
  readonly name: string;
  /** Its place, where the publication gives one. */
  readonly rank: number | null;
  /** How it runs, in one sentence. */
  readonly runs: string;
  /** The sentence to say no with. */
  readonly sayNo: string;
  /** What to do at once. */
  readonly doNow: readonly string[];
}

const HANG_UP = '挂断电话，不加好友，不点链接。';
const CALL = '拿不准，打 96110 问。';
const NO_MORE = '已经给了钱的，一分也不要再给，马上打 110。';

export const FRAUD_TYPES = {
  brushing: {
    name: '刷单返利',
    rank: 1,
    runs: '先让您点赞、抢单挣几块小钱，再要您垫钱做“大任务”，最后钱退不回来。',
    sayNo: '要先垫钱的活，我不做。',
    doNow: ['退出群，删掉那个软件。', NO_MORE, CALL],
  },
  investment: {
    name: '虚假网络投资理财',
    rank: 2,
    runs: '有“老师”带着炒股、买币，头几次能提现，投得多了就提不出来。',
    sayNo: '稳赚不赔的事，我不信。',
    doNow: ['不再往里投，不交“解冻费”“税费”。', NO_MORE, CALL],
  },
  shopping: {
    name: '虚假购物服务',
    rank: 3,
    runs: '用很低的价钱卖东西、包办事，让您离开平台私下转账，钱到了人就不见。',
    sayNo: '离开平台付钱的，我不买。',
    doNow: ['只在平台里付款，不私下转账。', NO_MORE, CALL],
  },
  courier: {
    name: '冒充电商物流客服',
    rank: null,
    runs: '说您的快递丢了要赔钱，或者误开了会员要扣费，让您共享屏幕、转账。',
    sayNo: '退钱不用我转钱，我自己去平台查。',
    doNow: [HANG_UP, '不共享屏幕，不说验证码；自己打开购物软件查。', NO_MORE],
  },
  loan: {
    name: '虚假贷款',
    rank: null,
    runs: '说不看征信就能贷款，放款之前要先交手续费、保证金。',
    sayNo: '没放款先收钱的贷款，我不贷。',
    doNow: ['要借钱，到银行柜台问。', NO_MORE, CALL],
  },
  credit: {
    name: '虚假征信',
    rank: null,
    runs: '说您有助学贷款、花呗借呗要注销，不办就影响征信，让您把钱转到“安全账户”。',
    sayNo: '征信谁也改不了，我不转。',
    doNow: [HANG_UP, '征信可以到人民银行和银行柜台查。', NO_MORE],
  },
  acquaintance: {
    name: '冒充领导熟人',
    rank: null,
    runs: '用领导、亲友的头像加您，说有急事让您帮着转一笔钱。',
    sayNo: '我先打他本人的电话，听到声音再说。',
    doNow: ['打本人原来的电话核实，或者见面问。', NO_MORE, CALL],
  },
  officials: {
    name: '冒充公检法及政府机关',
    rank: null,
    runs: '说您涉案、洗钱，发“通缉令”，不许告诉家里人，让您把钱转到“安全账户”。',
    sayNo: '公家没有安全账户，我去派出所问。',
    doNow: [HANG_UP, '马上告诉家里人，到派出所当面问。', NO_MORE],
  },
  romance: {
    name: '网络婚恋交友',
    rank: null,
    runs: '网上认识的对象，没见过面，就说出了事要钱，或者带您投资。',
    sayNo: '没见过面就提钱，我不给。',
    doNow: ['说给家里人听一听。', NO_MORE, CALL],
  },
  gaming: {
    name: '网络游戏产品虚假交易',
    rank: null,
    runs: '低价卖游戏账号、皮肤，或者说送皮肤，让孩子扫码、转账、交“解冻金”。',
    sayNo: '平台外面的买卖，我不做。',
    doNow: ['收好家里的手机和支付密码。', NO_MORE, CALL],
  },
} as const satisfies Record<string, FraudType>;

export type FraudTypeKey = keyof typeof FRAUD_TYPES;
export const FRAUD_TYPE_KEYS = Object.keys(FRAUD_TYPES) as FraudTypeKey[];

/** Names by key, in the order of the publication. */
export const FRAUD_TYPE_NAMES = Object.fromEntries(
  FRAUD_TYPE_KEYS.map((key) => [key, FRAUD_TYPES[key].name]),
) as Readonly<Record<FraudTypeKey, string>>;

/** Whom a fraud aims at. */
export const TARGET_NAMES = {
  elderly: '老人',
  youth: '青少年',
  parents: '带孩子的家长',
  away: '在外打工的人',
  seekers: '找活挣钱的人',
  traders: '做生意、搞养殖的人',
  everyone: '谁都可能',
} as const;

export type Target = keyof typeof TARGET_NAMES;
export const TARGETS = Object.keys(TARGET_NAMES) as Target[];

/** 96110 反诈劝阻咨询, 110 报警. */
export const ADVICE_NUMBER = '96110';
export const ALARM_NUMBER = '110';
