/**
 * Fraud cases for the demo. How each runs is what the police have often told in public; the cases themselves did not happen to
 * anybody here, and are marked illustrative.
 */
import type { FraudTypeKey, Target } from '@xiangyue/shared/features/antifraud/fraud-types.rules';
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import type { FraudCase } from '../../src/features/antifraud/cases.store';
import { seedId } from '../seed-id';

interface Told {
  readonly key: string;
  readonly type: FraudTypeKey;
  readonly title: string;
  readonly steps: readonly string[];
  readonly sayNo: string;
  readonly amountYuan: number | null;
  readonly targets: readonly Target[];
  readonly doNow: readonly string[];
  /** Days before today on which it was published; null while a second person looks at it. */
  readonly publishedDaysAgo: number | null;
  readonly inTown?: true;
}

const CALL = '拿不准，打 96110，或者在这里问包片民警。';
const PAID = '已经转了的，马上打 110，再打银行电话要求止付。';

const TOLD: readonly Told[] = [
  {
    key: 'social-insurance',
    type: 'officials',
    title: '“社保卡要停了”的电话',
    steps: [
      '接到自称“社保局”的电话，说社保卡在外地被人用了。',
      '转给一个“民警”，发来写着自己名字的“通缉令”，说涉嫌洗钱。',
      '不许告诉家里人，让把存款转到“安全账户”查清楚再退。',
    ],
    sayNo: '公家没有安全账户，我到派出所当面问。',
    amountYuan: 38_000,
    targets: ['elderly'],
    doNow: ['挂断电话，说给家里人听。', '社保的事到镇便民中心问。', PAID],
    publishedDaysAgo: 1,
    inTown: true,
  },
  {
    key: 'brushing-group',
    type: 'brushing',
    title: '拉进群里“点赞挣钱”',
    steps: [
      '微信上有人拉进群，点赞、关注就发三五块的红包。',
      '让下载一个软件做“大单”，先垫钱，说十分钟返本带利。',
      '垫得越来越多，说“操作错了要补单”，最后退不出来。',
    ],
    sayNo: '要先垫钱的活，我不做。',
    amountYuan: 12_600,
    targets: ['seekers', 'parents'],
    doNow: ['退群，删掉那个软件。', '不再补单，不交“解冻费”。', PAID],
    publishedDaysAgo: 9,
    inTown: true,
  },
  {
    key: 'grandson',
    type: 'acquaintance',
    title: '“奶奶，我手机坏了”',
    steps: ['接到电话，声音像在外读书的孙辈，说手机坏了、出了事要钱。', '让找一个“老师”的账号转账，还说别告诉爸妈。'],
    sayNo: '我先打你原来的号码，打通了再说。',
    amountYuan: 8_000,
    targets: ['elderly'],
    doNow: ['打孩子原来的号码，或者打给孩子的父母。', CALL],
    publishedDaysAgo: 16,
  },
  {
    key: 'stock-teacher',
    type: 'investment',
    title: '直播间里的“炒股老师”',
    steps: [
      '刷短视频进了直播间，加了“老师”的群，天天发赚钱的截图。',
      '在一个应用商店里找不到的软件里充钱，头两次都能提出来。',
      '投进大钱以后，说要交两成“个人所得税”才能提。',
    ],
    sayNo: '稳赚不赔的事，我不信。',
    amountYuan: 96_000,
    targets: ['away', 'traders'],
    doNow: ['不再投，不交“税”。', '把软件、聊天和转账单留着，带到派出所。', PAID],
    publishedDaysAgo: 24,
    inTown: true,
  },
  {
    key: 'pig-feed',
    type: 'shopping',
    title: '便宜饲料先付定金',
    steps: [
      '养殖群里有人卖饲料，比市场低三成，发来仓库的照片。',
      '说平台手续费高，让直接转定金，过两天再要运费、押金。',
      '钱转了，电话就打不通了。',
    ],
    sayNo: '离开平台付钱的，我不买。',
    amountYuan: 15_000,
    targets: ['traders'],
    doNow: ['只在平台里付款，或者见了货再付。', PAID],
    publishedDaysAgo: 33,
  },
  {
    key: 'game-skin',
    type: 'gaming',
    title: '孩子领“免费皮肤”',
    steps: [
      '孩子在游戏里看到“扫码领皮肤”，加了一个陌生人。',
      '对方说孩子“未成年操作要冻结家长的账户”，吓得孩子拿家长手机照着做。',
      '视频里一步步让孩子转账、说验证码。',
    ],
    sayNo: '平台外面送的东西，我不要。',
    amountYuan: 5_200,
    targets: ['youth', 'parents'],
    doNow: ['收好手机和支付密码，告诉孩子说了也不会挨骂。', PAID],
    publishedDaysAgo: 41,
    inTown: true,
  },
  {
    key: 'loan-fee',
    type: 'loan',
    title: '春耕贷款先交“保证金”',
    steps: ['接到电话说有春耕贴息贷款，当天放款，加了“客户经理”。', '说银行卡号填错了被冻结，要先交保证金解冻。'],
    sayNo: '没放款先收钱的贷款，我不贷。',
    amountYuan: null,
    targets: ['traders', 'everyone'],
    doNow: ['要贷款，到银行柜台问。', CALL],
    publishedDaysAgo: null,
  },
];

const TOWN = ['youyang', 'banxi'];
const VILLAGE = [...TOWN, 'zhaying'];
const LASTS_DAYS = 120;

/** @param now the demo's cases were published some days before it */
export function demoFraudCases(now: Date): FraudCase[] {
  const today = localDateOf(now.getTime());
  return TOLD.map(({ key, publishedDaysAgo, inTown, ...told }) => {
    const regionPath = inTown ? TOWN : VILLAGE;
    const writer = seedId(inTown ? 'people/town-office' : 'people/peace-staff');
    const reviewer = seedId(inTown ? 'people/county' : 'people/officer');
    const at = new Date(now.getTime() - (publishedDaysAgo ?? 1) * 24 * 3600_000);
    const written = { what: 'write', by: writer, at, why: null } as const;
    const submitted = { what: 'submit', by: writer, at, why: null } as const;
    const published = { what: 'publish', by: reviewer, at, why: null } as const;
    return {
      ...told,
      id: seedId(`fraud-cases/${key}`),
      steps: [...told.steps],
      targets: [...told.targets],
      doNow: [...told.doNow],
      source: '为演示而写，手法见公安机关公开的提醒',
      regionId: regionPath.at(-1) as string,
      regionPath: [...regionPath],
      ownerId: inTown ? writer : reviewer,
      state: publishedDaysAgo === null ? 'review' : 'published',
      revision: publishedDaysAgo === null ? 1 : 2,
      writerIds: [writer],
      publishedOn: publishedDaysAgo === null ? null : daysAfter(today, -publishedDaysAgo),
      expiresOn: daysAfter(today, LASTS_DAYS - (publishedDaysAgo ?? 0)),
      changedAt: at,
      history: publishedDaysAgo === null ? [written, submitted] : [written, submitted, published],
      illustrative: true,
    };
  });
}
