/** The privacy notice: what every user is told before the first sign-in (个人信息保护法 art. 17, 国务院 App rules: in plain words). */

/** The day on which the version of `PURPOSES.base` began. */
export const NOTICE_EFFECTIVE_ON = '2026-11-24';

interface Section {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Before the sections on each purpose. */
export const NOTICE_OPENING: readonly Section[] = [
  {
    title: '一句话',
    paragraphs: [
      '看村规不用登录，也不收集您的个人信息。登录以后，用到什么才存什么；存了什么您都能看、能带走、能删掉。',
    ],
  },
  {
    title: '谁在处理',
    paragraphs: [
      '运营单位是本县的主管单位，村和镇的工作人员按各自的职责使用。有疑问或要投诉，先找村委会或镇司法所，也可以向县网信办反映。',
    ],
  },
];

/** After them. */
export const NOTICE_CLOSING: readonly Section[] = [
  {
    title: '不要什么',
    paragraphs: [
      '不要定位，不要通讯录，不要头像，没有密码。不按您用了多少次、上线多久打分，也不拿您的信息卖钱或做广告。',
    ],
  },
  {
    title: '放在哪里',
    paragraphs: [
      '放在运营单位自己的服务器上，在中国境内，不往境外送。照片和户籍资料不公开，打开的链接十几分钟就失效。',
    ],
  },
  {
    title: '谁看过要留名',
    paragraphs: [
      '工作人员每看一次您的资料、每导出一次名单，都记下是谁、什么职务、什么时候。您在“谁看过我的资料”里看得到，记录留三年。',
    ],
  },
  {
    title: '您的权利',
    paragraphs: [
      '查看和带走：在“我的资料”里全部看得到，能复制或下载。改正：姓名自己改，户籍资料请村干部改。',
      '撤回：每一项同意都能在同一页关掉，关掉以前做过的事不受影响。',
      '注销：在“注销账号”里办，当场删除；按规定必须留下的，去掉姓名，并告诉您留了什么、为什么。',
    ],
  },
  {
    title: '未满十四周岁的孩子',
    paragraphs: ['孩子自己不能同意，要由同一户里已满十八周岁的家长来决定；家长也可以随时替孩子关掉。'],
  },
];
