/**
 * What a village may give points for. Points thank for civic acts; they never weigh what a person believes, says, suffers or
 * complains about, and nothing that the law gives may hang on them. Points are only given, never taken off: a published
 * deduction is a list of people to be shamed (docs/decisions/0010-points.md).
 */

export const CATEGORY_NAMES = {
  environment: '人居环境',
  civility: '乡风文明',
  help: '邻里互助',
  service: '公益劳动',
  affairs: '村里的事',
  example: '好学上进',
} as const;
export type Category = keyof typeof CATEGORY_NAMES;
export const CATEGORIES = Object.keys(CATEGORY_NAMES) as Category[];

/** One entry of a catalogue. */
export interface Item {
  /** Stays the same through all versions. */
  readonly key: string;
  readonly title: string;
  readonly category: Category;
  /** What one such act is worth, in points; both the same where it is always the same. */
  readonly minPoints: number;
  readonly maxPoints: number;
  /** What to show for it: 照片或邻居证明. */
  readonly evidence: string;
  /** Points that a household can get for it in one cycle; null: no limit. */
  readonly capPoints: number | null;
  /** The clause of the village's rules that it rests on. */
  readonly clause: { readonly documentId: string; readonly key: string } | null;
}

/** Nothing is worth more; the highest that villages publish is 100, for a second-class merit. */
export const ITEM_POINTS_MAX = 100;
export const ITEMS_MAX = 60;
export const ITEM_TITLE_MAX_CHARACTERS = 20;
export const EVIDENCE_MAX_CHARACTERS = 40;

interface Refusal {
  readonly title: string;
  readonly why: string;
  readonly finds: RegExp;
}

/** Subjects that points must not touch (../design/product.md; 国办函〔2026〕12号 for the use of apps). */
export const REFUSALS = {
  petition: {
    title: '不能和信访、投诉挂钩',
    why: '反映问题是村民的权利（信访工作条例）。',
    finds: /信访|上访|越级|投诉|举报|告状|反映问题|缠访|闹访/,
  },
  speech: {
    title: '不能和说话、发帖挂钩',
    why: '批评和建议是宪法第四十一条给的权利。',
    finds: /言论|发帖|发言|点赞|转发|评论|朋友圈|谣言|舆情/,
  },
  religion: {
    title: '不能和信教挂钩',
    why: '宗教信仰自由（宪法第三十六条）。',
    finds: /宗教|信教|教堂|寺庙|礼拜|佛事|道场|封建迷信/,
  },
  birth: {
    title: '不能和生育挂钩',
    why: '生不生、生几个是自家的事（民法典、妇女权益保障法）。',
    finds: /生育|计划生育|计生|二孩|三孩|多孩|生男|生女|怀孕|孕检|节育|结扎|新生儿/,
  },
  health: {
    title: '不能和健康、病史挂钩',
    why: '健康情况是敏感个人信息（个人信息保护法第二十八条）。',
    finds: /疾病|患病|病史|残疾|精神|体检|疫苗|接种|献血|艾滋|核酸|吸毒|戒毒/,
  },
  court: {
    title: '不能和案底、失信挂钩',
    why: '处罚记录不能再当一次处罚（行政处罚法、个人信息保护法）。',
    finds: /犯罪|前科|案底|判刑|刑满|失信|被执行|拘留|行政处罚|矫正/,
  },
  app: {
    title: '不能奖励用手机软件',
    why: '国办函〔2026〕12号：不得用积分强推下载、打卡、在线时长。',
    finds:
      /小程序|软件|[Aa][Pp][Pp]|ＡＰＰ|下载|安装|注册|登录|登陆|打卡|签到|在线时长|关注公众号|阅读量|学习强国|扫码/,
  },
  benefit: {
    title: '不能决定待遇',
    why: '低保、医保、分红、补贴依法享受，不能看积分（村民委员会组织法第三十一条）。',
    finds: /低保|医保|合作医疗|社保|养老金|分红|补贴|补助|福利|入学|征地|宅基地|待遇|资格/,
  },
  shame: {
    title: '积分只加不减，不点名扣分',
    why: '公开扣分就是黑名单；做得不对的，按村规批评教育。',
    finds: /扣分|减分|倒扣|罚分|黑榜|黑名单|后进|通报|曝光/,
  },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof REFUSALS;

export interface ItemFinding {
  readonly refusal: RefusalName;
  /** The words that were found. */
  readonly quote: string;
  readonly title: string;
  readonly why: string;
}

/** Why this item cannot be in any catalogue; empty when it can. */
export function findingsIn({ title, evidence }: Pick<Item, 'title' | 'evidence'>): ItemFinding[] {
  return (Object.keys(REFUSALS) as RefusalName[]).flatMap((refusal) => {
    const { finds, ...said } = REFUSALS[refusal];
    const [quote] = finds.exec(`${title}\n${evidence}`) ?? [];
    return quote === undefined ? [] : [{ refusal, quote, title: said.title, why: said.why }];
  });
}

/** What is wrong with a value, in one sentence each, beside the field. */
export function mistakesInItem(item: Item): { field: 'title' | 'maxPoints' | 'capPoints'; message: string }[] {
  return [
    ...(item.title === '' ? [{ field: 'title' as const, message: '写一写做什么事得分' }] : []),
    ...(item.maxPoints < item.minPoints ? [{ field: 'maxPoints' as const, message: '最多分比最少分还少' }] : []),
    ...(item.capPoints !== null && item.capPoints < item.minPoints
      ? [{ field: 'capPoints' as const, message: '封顶分比一次的分还少' }]
      : []),
  ];
}

/** True when the item gives exactly this many points, or may give them. */
export function isWorth({ minPoints, maxPoints }: Item, points: number): boolean {
  return Number.isInteger(points) && points >= minPoints && points <= maxPoints;
}

/** 5 分, 1–5 分. */
export function sayWorth({ minPoints, maxPoints }: Pick<Item, 'minPoints' | 'maxPoints'>): string {
  return minPoints === maxPoints ? `${minPoints} 分` : `${minPoints}–${maxPoints} 分`;
}

type Line = readonly [
  key: string,
  title: string,
  category: Category,
  points: number | readonly [number, number],
  evidence: string,
  capPoints: number | null,
];

/** Values that villages have published (../reference/domain.md, part 2), those that the rules above refuse left out. */
const LINES: readonly Line[] = [
  ['cleaning', '参加环境清扫', 'environment', 5, '清扫时的照片，或带队人证明', 60],
  ['tidying', '整治房前屋后', 'environment', [1, 5], '前后对比的照片', 30],
  ['trees', '植树护绿', 'environment', 10, '栽好的照片', 40],
  ['snow', '扫雪除冰', 'environment', 1, '组长证明', 10],
  ['courtyard', '评为庭院示范户', 'environment', 15, '评比的名单', 30],
  ['mediation', '配合调解', 'civility', 10, '调解协议或调解员证明', 30],
  ['peacemaking', '化解邻里纠纷', 'civility', [1, 10], '双方或组长证明', 40],
  ['bravery', '见义勇为', 'civility', 50, '经过和证明人', null],
  ['neighbours', '邻里帮扶', 'help', 10, '被帮的人证明', 60],
  ['elders', '关爱老人', 'help', 10, '照片或邻居证明', 60],
  ['longCare', '长期照看老人', 'help', 5, '院落长每月证明', 60],
  ['volunteer', '志愿服务', 'service', 15, '志愿活动的记录', 90],
  ['labour', '村里公共劳动', 'service', 8, '带工人证明', 80],
  ['repair', '义务维修', 'service', 2, '修好的照片', 20],
  ['meetings', '参加村级活动', 'affairs', 5, '活动的名单', 40],
  ['building', '参与村里建设', 'affairs', 5, '带工人证明', 50],
  ['partyDay', '参加党日活动', 'affairs', 5, '活动的名单', 30],
  ['sports', '代表村里参加体育活动', 'affairs', 10, '活动的名单', 30],
  ['schoolPrize', '校级优秀学生', 'example', 10, '奖状的照片', 20],
  ['districtPrize', '区县级优秀学生', 'example', 20, '奖状的照片', 40],
  ['university', '考上本科', 'example', 30, '录取通知书的照片', null],
  ['college', '考上专科', 'example', 20, '录取通知书的照片', null],
  ['army', '参军入伍', 'example', 30, '入伍通知书的照片', null],
  ['merit', '军中立三等功', 'example', 50, '立功喜报的照片', null],
  ['highMerit', '军中立二等功以上', 'example', 100, '立功喜报的照片', null],
  ['veteran', '光荣退伍', 'example', 10, '退伍证的照片', null],
];

export const TEMPLATE: readonly Item[] = LINES.map(([key, title, category, points, evidence, capPoints]) => {
  const [minPoints, maxPoints] = typeof points === 'number' ? [points, points] : points;
  return { key, title, category, minPoints, maxPoints, evidence, capPoints, clause: null };
});
