/**
 * The 铁十条 of 扎营, 杉树湾 and 山羊. The three villages really made such rules in 2022, but no text was published: these
 * are written for the demo, on the ten well-known subjects, and marked illustrative. The laws and articles are real.
 */
import type { Clause, LegalBasis } from '../../src/features/rules/rule-documents.store';
import type { RuleDocument } from '../../src/features/rules/rules.store';
import { seedId } from '../seed-id';
import { TOWNSHIP } from './regions';

/** A clause whose text one village may word in its own way. */
type Draft = Omit<Clause, 'number' | 'key'>;

const basis = (law: string, article: string, gist: string): LegalBasis => ({ law, article, gist });

const REVITALIZATION = basis(
  '乡村振兴促进法',
  '第三十条',
  '要移风易俗，改掉大操大办、铺张浪费的旧习惯，提倡孝老爱亲、勤俭节约。',
);

const COMMON: readonly Draft[] = [
  {
    title: '红白喜事先报备、从简办',
    text: '办红事、白事，提前五天告诉组长和红白理事会，说清日子、地点和大约多少桌。只办婚事和丧事，其他宴席自家人吃顿饭就好。不放高音喇叭过夜，不搭棚占道。',
    basis: [REVITALIZATION],
    consequence: '由红白理事会上门帮着算账、出主意，讲清从简的好处；报备只是打个招呼，不是批准不批准。',
  },
  {
    title: '不攀比，礼金有度',
    text: '人情往来看情分，不比谁家送得多、谁家席面大。婚嫁商量着来，不要高价彩礼，不借结婚要钱要物。',
    basis: [REVITALIZATION, basis('民法典', '第一千零四十二条', '不许借婚姻索取财物，也不许包办、买卖婚姻。')],
    consequence: '由妇联主席和院落长上门谈心，请办得好的人家讲讲自己的做法。',
  },
  {
    title: '门前三包，垃圾分类',
    text: '自家门前包卫生、包秩序、包绿化。垃圾分四样放：能烂的沤肥，能卖的卖掉，有害的交到村里，剩下的送到收集点。不往沟里、河里倒垃圾，不在路边焚烧。',
    basis: [
      basis(
        '固体废物污染环境防治法',
        '第四十九条',
        '产生生活垃圾的家庭和个人，应当分类投放，不得随意倾倒、抛撒、堆放或者焚烧。',
      ),
    ],
    consequence: '院落长当面提醒，帮着一起收拾一次；多次提醒仍不改的，请来参加一次院落的清洁日。',
  },
  {
    title: '不乱搭乱建，不占耕地',
    text: '建房先问村里、先办手续，一户一处宅基地，拆旧再建新。不在耕地上建房、建坟、挖沙、采石，不把承包地撂荒。',
    basis: [
      basis('土地管理法', '第三十七条', '不许占用耕地建窑、建坟，也不许擅自在耕地上建房、挖砂、采石、采矿、取土。'),
      basis('土地管理法', '第六十二条', '农村村民一户只能有一处宅基地，建房应当符合规划，不得占用永久基本农田。'),
    ],
    consequence: '村干部上门讲清政策，帮着补办该办的手续；涉及违法的，报有权处理的部门依法处理。',
  },
  {
    title: '做生意明码实价',
    text: '农家乐、小卖部和卖土特产的，价钱写在明处，称够秤、不掺假。不在路口拉客，不宰客，客人有意见先赔礼、再讲理。',
    basis: [
      basis('价格法', '第十三条', '卖东西、提供服务，应当明码标价，不得在标价之外加价收钱。'),
      basis('消费者权益保护法', '第二十条', '商品和服务的质量、用途要说真话，并且明码标价。'),
    ],
    consequence: '由经营户小组评议、提醒，帮着把价目牌做好；欺客的，报市场监管所依法处理。',
  },
  {
    title: '护林防火，不在野外用火',
    text: '防火期不烧田坎、不烧灰积肥，上坟用鲜花代替烧纸放炮。进山不带火种，看见烟火马上告诉组长，火大先走人、再打 119。',
    basis: [basis('森林防火条例', '第二十五条', '森林防火期内，禁止在森林防火区野外用火。')],
    consequence: '护林员当面制止、讲清危险；造成火情的，由有权的机关依法处理。',
  },
  {
    title: '孝老爱亲，不弃养',
    text: '老人的吃、穿、住、看病，儿女要管；在外打工的，常打电话、常回家。家里事好好商量，不打骂老人、妻子和孩子。',
    basis: [
      basis('老年人权益保障法', '第十四条', '赡养人应当在经济上供养、生活上照料、精神上慰藉老人。'),
      basis('民法典', '第一千零六十七条', '成年子女不尽赡养义务的，没有劳动能力或者生活困难的父母有权要求给付赡养费。'),
    ],
    consequence: '由院落长和家里长辈先劝，村调解委员会帮着立一份赡养协议；有家暴的，马上打 110。',
  },
  {
    title: '邻里有事，先找组长',
    text: '地界、水路、牲口、噪音这些事，先坐下来说；说不拢找组长，组长调不好找村调解委员会，再不行依法打官司，不动手、不堵路。',
    basis: [
      basis('民法典', '第二百八十八条', '邻居之间要按有利生产、方便生活、团结互助、公平合理来相处。'),
      basis('人民调解法', '第四条', '人民调解委员会调解民间纠纷，不收任何费用。'),
    ],
    consequence: '组长当天上门听两边说；调解自愿，谁都可以随时去法院，村里不拦。',
  },
  {
    title: '不赌不毒，不卖不租两卡',
    text: '不聚众赌钱，不沾毒品，不种毒物。电话卡、银行卡只自己用，不卖、不租、不借。陌生人来电要转账的，先挂断，再打 96110 问一问。',
    basis: [
      basis('反电信网络诈骗法', '第三十一条', '不得买卖、出租、出借电话卡、银行账户和支付账户。'),
      basis('禁毒法', '第三条', '禁毒是全社会的共同责任。'),
    ],
    consequence: '包片民警和村干部上门讲案例、讲后果；违法的，由公安机关依法处理。',
  },
  {
    title: '民族团结，爱护公物',
    text: '土家、苗、汉各族是一家，互相尊重风俗和语言。路灯、水管、栏杆、健身器材是大家的，坏了就报，不拆、不拿、不乱画。',
    basis: [
      basis('宪法', '第四条', '各民族一律平等，都有使用自己语言、保持或者改革自己风俗习惯的自由。'),
      basis('宪法', '第五十三条', '公民应当爱护公共财产，遵守公共秩序，尊重社会公德。'),
    ],
    consequence: '请他一起把坏了的修好；孩子弄坏的，由家长带着来认个错。',
  },
];

/** What each village words in its own way; the rest is common. The numbers are those of the clauses. */
const VILLAGES: ReadonlyArray<{
  id: string;
  name: string;
  adoptedOn: string;
  effectiveFrom: string;
  own: Readonly<Record<number, string>>;
}> = [
  {
    id: 'zhaying',
    name: '扎营村',
    adoptedOn: '2022-03-12',
    effectiveFrom: '2022-04-01',
    own: {
      5: '办农家乐、民宿的，房价、菜价、停车费写在门口，节假日不乱涨。不在路口拦车拉客，不说同行坏话。客人有意见先赔礼、再讲理，解决不了找旅游合作社。',
      6: '防火期不烧田坎、不烧灰积肥，营地和烧烤点只在划定的地方用火。上坟用鲜花代替烧纸放炮。看见烟火马上告诉组长，火大先走人、再打 119。',
    },
  },
  {
    id: 'shanshuwan',
    name: '杉树湾村',
    adoptedOn: '2022-05-20',
    effectiveFrom: '2022-06-15',
    own: {
      6: '杉树林是全村的靠山。防火期进山不带火种，不烧田坎、不烧灰积肥；上坟用鲜花代替烧纸放炮；砍树先办采伐证。看见烟火马上告诉护林员，火大先走人、再打 119。',
      3: '自家门前包卫生、包秩序、包绿化。垃圾分四样放：能烂的沤肥，能卖的卖掉，有害的交到村里，剩下的送到收集点。农药瓶、地膜收回来，不丢在田里。',
    },
  },
  {
    id: 'shanyang',
    name: '山羊村',
    adoptedOn: '2022-06-08',
    effectiveFrom: '2022-07-01',
    own: {
      3: '自家门前包卫生、包秩序、包绿化。牛羊上路有人看，粪便随手铲；猪圈、鸡圈不往沟里排。垃圾分四样放，不往河里倒，不在路边焚烧。',
      8: '牛羊吃了别家庄稼的，当天认账、按收成商量着赔。地界、水路、噪音这些事，先坐下来说；说不拢找组长，组长调不好找村调解委员会，再不行依法打官司，不动手、不堵路。',
    },
  },
];

/** The rule documents of the demo. */
export function demoRules(): RuleDocument[] {
  return VILLAGES.map(({ id, name, adoptedOn, effectiveFrom, own }) => ({
    id: seedId(`rules/${id}/1`),
    villageId: id,
    regionPath: ['youyang', TOWNSHIP.id, id],
    lineageId: seedId(`rules/${id}/1`),
    title: `${name}村规民约“铁十条”`,
    version: 1,
    state: 'inForce',
    adoptedOn,
    effectiveFrom,
    supersededOn: null,
    filingNumber: null,
    clauses: COMMON.map((draft, i) => ({ ...draft, key: `c${i + 1}`, number: i + 1, text: own[i + 1] ?? draft.text })),
    illustrative: true,
  }));
}
