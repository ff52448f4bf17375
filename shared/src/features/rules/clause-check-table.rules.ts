/**
 * What a clause may not say, and what it has to be careful with. Each check names the law and a better wording. The patterns are
 * searched within one sentence; whether a hit is meant is decided in clause-check.rules.ts. No look-behind: iPhones before 16.4
 * cannot read it.
 */

/** The article that a finding rests on; `gist` is one plain sentence. */
export interface LawArticle {
  readonly law: string;
  readonly article: string;
  readonly gist: string;
}

export interface Check {
  /** refused: must be rewritten. warning: may stay when the author says why. */
  readonly severity: 'refused' | 'warning';
  /** What is wrong or delicate, as a title. */
  readonly title: string;
  readonly law: LawArticle;
  /** Words to use in its place. */
  readonly proposal: string;
  /** Searched in each sentence, with the flag `g`. */
  readonly finds: RegExp;
  /** Where this matches around the hit, something else is meant. */
  readonly unless?: RegExp;
  /** An authority may do this by law: a hit in a stretch that names one is no finding. */
  readonly lawfulByAuthority?: boolean;
}

const RIGHTS: LawArticle = {
  law: '村民委员会组织法',
  article: '第三十一条',
  gist: '村规民约不得侵犯村民的人身权利、民主权利和合法财产权利。',
};

const EDUCATE = '由院落长当面提醒、讲清道理，帮着一起改；涉及违法的，报有权处理的部门依法处理。';

const NECESSITIES = '水|电|气|网|闸';
const BENEFITS =
  '低保|五保|救助|救济|补贴|补助|补偿|福利|分红|红利|股金|医保|合作医疗|养老金|养老保险|惠农|惠民|优惠政策|扶持|奖补|待遇|慰问|粮食直补|宅基地|征地款|集体收益|收益分配|评优|入党|参军|贷款|证明|盖章|公章|手续';

export const CHECKS = {
  fine: {
    severity: 'refused',
    title: '村规民约不能罚款',
    law: {
      law: '行政处罚法',
      article: '第十六条',
      gist: '只有法律、法规、规章能规定罚款，别的文件都不能。',
    },
    proposal: EDUCATE,
    finds:
      /罚款|罚金|罚钱|罚(?:他|其|户主|当事人)?[\d一二三四五六七八九十百千两]+(?:元|块|万|斤|桌|天工|个工)|罚(?:酒|席|粮|米|肉|猪|工|扫|义务工|请客|放电影|栽树)|违约金|滞纳金|(?:交|缴|收|扣|押)[^，。；、]{0,8}(?:保证金|押金|抵押金|诚信金|文明金)|(?:交|缴纳|收取|扣)[^，。；、]{0,6}[\d一二三四五六七八九十百千两]+(?:元|块)[^，。；、]{0,6}(?:作|当|以示)[^，。；]{0,4}(?:惩罚|处罚|惩戒|教训)|重罚|从重处罚|处以[^，。；]{0,4}罚/g,
    unless: /(?:工程|质量|投标|履约|工资)[^，。；]{0,4}保证金/,
    lawfulByAuthority: true,
  },
  seizure: {
    severity: 'refused',
    title: '不能扣押、没收、毁坏别人的东西',
    law: {
      law: '民法典',
      article: '第二百六十七条',
      gist: '私人的合法财产受法律保护，任何组织和个人都不能侵占、破坏。',
    },
    proposal: '请本人搬走、改正；说不通的，请村调解委员会调解，或者报有权处理的部门依法处理。',
    finds:
      /没收(?!到|拾|获|成|完|割|集|听)|扣(?:押|留|下)|扣(?:他|其)?(?:的)?(?:车|牛|羊|猪|牲口|东西|物品|身份证|证件|户口本)|查封|(?:牵|拉|抬|收|拿)走[^，。；]{0,10}(?:牛|羊|猪|车|家具|粮|东西|财物|物品|牲口)|(?:强拆|强制拆除|强行拆除|推倒)|(?:一律|全部|都|统统|收|牛|羊|猪|鸡|车|树|木料|粮食)归(?:村|集体|组)|抵(?:债|罚|账)|(?:牛|羊|猪|鸡|狗|犬|牲口)[^，。；]{0,8}(?:打死|宰杀|扑杀|宰了)|(?:打死|宰杀|扑杀)[^，。；]{0,6}(?:牛|羊|猪|鸡|狗|犬|牲口)/g,
    unless: /本来?归(?:村|集体)|依法[^，。；]{0,4}归(?:村|集体)|所有权归|捡[^。；]{0,12}归/,
    lawfulByAuthority: true,
  },
  utilities: {
    severity: 'refused',
    title: '不能停水、停电来逼人',
    law: {
      law: '行政强制法',
      article: '第四十三条',
      gist: '连行政机关也不得用停水、停电、停气来逼人履行，村里更不能。',
    },
    proposal: '当面提醒、上门讲清道理；欠费的由供水、供电单位按合同办。',
    finds: new RegExp(
      `(?:停|断|掐|剪|切断|停止)(?:他家?|其|他们|用户|农户)?(?:的)?(?:供)?(?:${NECESSITIES})(?!池|表|器|视|话|影|动|路|管|坑|塘|库|田)|(?:不|不予|不给|不准|拒绝|暂缓)(?:他|其|他家|他们)?(?:供|通|接|用|拉|安|装)(?:${NECESSITIES})|拉闸|封(?:他家|其)?(?:的)?水管`,
      'g',
    ),
    unless:
      /检修|维修|抢修|通知|预告|雷雨|天旱|天干|轮流|限时|发电|停水停电时|停电时|停水时|火灾|先(?:断|停|切断)|触电|漏电|出门/,
  },
  benefits: {
    severity: 'refused',
    title: '不能扣停应有的待遇、不给办事',
    law: RIGHTS,
    proposal: '该享受的照样享受，该办的照样办；可以在评先进、发奖励时优先考虑做得好的人家。',
    finds: new RegExp(
      `(?:取消|停发|停止|扣发|扣除|扣减|暂停|暂缓|剥夺|收回|减少|停办|不予|不给|不能|不得|不准|不许|不再|不|无权|没有|失去)[^，。；]{0,12}(?:${BENEFITS})|(?:${BENEFITS})[^，。；]{0,6}(?:一律|全部|都|也)?(?:取消|停发|扣发|扣除|停止|暂停|不予|不给|不发|没有他|没有份|不办|作废)`,
      'g',
    ),
    unless:
      /不(?:得|能|准|许)?(?:骗取|冒领|虚报|截留|挪用|套取|贪|克扣|拖欠|伪造|倒卖|买卖|多占|超占|乱占|私自|侵占|占用|乱收|收取|收)|(?:开具|伪造|出具)?假证明|没有(?:手续|证明)|不收[^，。；]{0,6}(?:手续|证明)|(?:不(?:得|能|准|许|应|可)|禁止)[^，。；]{0,10}(?:取消|停发|扣发|停止|扣除|扣减|克扣|减少|剥夺|截留|影响)|不影响|不取消|不扣|不停发|不减少|网上贷款|网贷|校园贷|高利贷|套路贷|不取代/,
  },
  shame: {
    severity: 'refused',
    title: '不能点名曝光、让人丢脸',
    law: {
      law: '民法典',
      article: '第一千零二十四条',
      gist: '人人有名誉权，任何组织和个人都不得用侮辱、诽谤等办法侵害。',
    },
    proposal: '由院落长或组长私下当面谈，表扬做得好的人家，不公布做得差的人家。',
    finds:
      /曝光|黑榜|黑名单|白榜|红黑榜|耻辱|游街|示众|(?:广播|喇叭|大会|群里|微信群|张榜|公示栏|村务栏|黑板)[^，。；]{0,10}(?:点名|批评|通报|检讨|念(?:出)?(?:他|其|姓名|名字))|点名(?:批评|通报)|通报批评|公开(?:检讨|道歉|认错|批评|姓名|身份)|(?:公布|张贴|上墙)[^，。；]{0,8}(?:姓名|名字|照片|名单)|(?:姓名|名字|照片)[^，。；]{0,8}(?:公布|张贴|上墙|曝光)|挂牌(?:警示|批评)|挂(?:黄|黑|红)牌/g,
    unless:
      /(?:骗子|诈骗|骗术|假货|手法|案例)[^，。；]{0,8}曝光|曝光[^，。；]{0,8}(?:骗子|诈骗|骗术|假货|手法|案例)|(?:候选人|当选|代表|干部|理事会|志愿者|好人|先进|模范|五好|文明户|光荣|表彰|捐款|考上|参军|值班|成员|联系人|网格员|护林员)[^，。；]{0,10}(?:名单|姓名|名字|照片)|(?:名单|姓名|名字|照片)[^，。；]{0,10}(?:候选人|当选|先进|表彰|值班)|受害人/,
  },
  person: {
    severity: 'refused',
    title: '不能限制人身自由和民主权利',
    law: {
      law: '宪法',
      article: '第三十七条',
      gist: '公民的人身自由不受侵犯，不得非法拘禁、搜查身体。',
    },
    proposal: '当面劝、请人调解；有打人、偷盗这类事的，打 110，由公安机关处理。',
    finds:
      /关(?:禁闭|起来|押|黑屋)|捆(?:绑|起来|人)|绑起来|吊起来|毒打|打一顿|拘禁|扣人|搜(?:身|家|查)|抄家|开除村籍|逐出(?:本)?村|赶出(?:本)?村|驱逐|(?:不准|不许|不得|禁止)[^，。；]{0,6}(?:进村|回村|住在村里|出村)|(?:取消|剥夺|停止|没有|不得参加|不准参加|不许参加)[^，。；]{0,8}(?:选举权|被选举权|投票权|选举|表决权|村民资格)|强制(?:劳动|结扎|引产)|下跪/g,
    unless: /(?:车|货车|外来车|商贩|三轮|牲畜|活禽|生猪|垃圾|火种|不明)[^，。；]{0,10}(?:进村|入村)|依法(?:被)?剥夺/,
    lawfulByAuthority: true,
  },
  married: {
    severity: 'warning',
    title: '涉及外嫁、离婚、丧偶妇女或上门女婿',
    law: {
      law: '妇女权益保障法',
      article: '第五十六条',
      gist: '村规民约不得以妇女未婚、结婚、离婚、丧偶、户无男性等为由，侵害她们在集体里的各项权益。',
    },
    proposal: '妇女不论未婚、结婚、离婚、丧偶，和男子享有同样的权益；上门女婿和他的孩子也一样。',
    finds: /外嫁|出嫁|嫁(?:出|到|往|走|去)|远嫁|离婚|离异|丧偶|寡妇|改嫁|再嫁|上门女婿|入赘|招婿|招郎|户无男性/g,
  },
  religion: {
    severity: 'warning',
    title: '涉及宗教信仰',
    law: {
      law: '宪法',
      article: '第三十六条',
      gist: '公民有宗教信仰自由，不得强制信教或者不信教，也不得歧视。',
    },
    proposal: '尊重各人的信仰，信教不信教都一样对待；不借信仰骗钱、害人。',
    finds: /宗教|信教|传教|教堂|教会|寺庙|庙里|庙会|礼拜|清真|基督|佛教|道教|信佛|拜佛|菩萨|做法事|道场/g,
    unless: /少年宫|礼拜[一二三四五六天日]/,
  },
  births: {
    severity: 'warning',
    title: '涉及生育',
    law: {
      law: '妇女权益保障法',
      article: '第三十二条',
      gist: '妇女依法享有生育子女的权利，也有不生育子女的自由。',
    },
    proposal: '生几个、什么时候生由夫妻自己商量；村里帮着办手续、看护孕产妇和孩子。',
    finds: /生育|超生|计划生育|计生|二胎|三胎|多胎|头胎|结扎|上环|引产|怀孕|生男|生女|生儿子|传宗接代|重男轻女/g,
  },
  petition: {
    severity: 'warning',
    title: '涉及信访、告状',
    law: {
      law: '宪法',
      article: '第四十一条',
      gist: '公民有批评、建议、申诉、控告、检举的权利，任何人不得压制和打击报复。',
    },
    proposal: '有事可以先找组长、村调解委员会，也可以随时依法向上级反映或者去法院，村里不拦、不怪。',
    finds: /上访|信访|越级|告状|缠访|闹访|进京|告(?:到|去)(?:镇|县|市|上面|上级)|检举|控告/g,
  },
} as const satisfies Record<string, Check>;
