// What differs between the two: the H5 app draws its own tab bar (ui/tab-bar.tsx), which follows large text and the desktop frame.
const isH5 = process.env.TARO_ENV === 'h5';
const tabs = [
  { pagePath: 'pages/home/index', text: '首页', icon: 'home' },
  { pagePath: 'pages/rules/index', text: '村规', icon: 'rules' },
  { pagePath: 'pages/points/index', text: '积分', icon: 'points' },
  { pagePath: 'pages/me/index', text: '我的', icon: 'me' },
];
const [version = '', provider = ''] = SPEECH_PLUGIN.split('/');

export default defineAppConfig({
  // Beside the tabs what must open with no signal, whichever subpackage the phone has fetched so far.
  pages: [...tabs.map(({ pagePath }) => pagePath), 'pages/transferred/index'],
  subPackages: [
    {
      root: 'features/delegations',
      pages: ['pages/delegations/index', 'pages/delegation/index', 'pages/begin/index', 'pages/place/index'],
    },
    { root: 'features/regions', pages: ['pages/choose-village/index', 'pages/village/index'] },
    {
      root: 'features/rules',
      pages: [
        'pages/document/index',
        'pages/clause/index',
        'pages/search/index',
        'pages/consultation/index',
        'pages/versions/index',
        'pages/compare/index',
        'pages/desk-list/index',
        'pages/desk/index',
        'pages/draft/index',
        'pages/comments-desk/index',
      ],
    },
    {
      root: 'features/antifraud',
      pages: [
        'pages/library/index',
        'pages/case/index',
        'pages/self-check/index',
        'pages/case-desk/index',
        'pages/case-edit/index',
        'pages/ask/index',
        'pages/question/index',
        'pages/question-desk/index',
        'pages/question-answer/index',
        'pages/campaigns/index',
        'pages/campaign-new/index',
        'pages/campaign/index',
      ],
    },
    { root: 'features/roster', pages: ['pages/roster/index'] },
    {
      root: 'features/households',
      pages: [
        'pages/mine/index',
        'pages/bind/index',
        'pages/ask/index',
        'pages/register/index',
        'pages/add/index',
        'pages/household/index',
        'pages/member/index',
        'pages/requests/index',
        // A printer hangs on a desktop.
        ...(isH5 ? ['pages/cards/index'] : []),
      ],
    },
    {
      root: 'features/legal',
      pages: [
        'pages/advisers/index',
        'pages/slots/index',
        'pages/bookings/index',
        'pages/booking/index',
        'pages/desk/index',
        'pages/hours/index',
        'pages/profile/index',
        'pages/log/index',
        'pages/holidays/index',
      ],
    },
    {
      root: 'features/points',
      pages: [
        'pages/claim/index',
        'pages/claim-for/index',
        'pages/bulk/index',
        'pages/claims/index',
        'pages/publicity/index',
        'pages/catalogue/index',
        'pages/reviews/index',
        'pages/panel/index',
        'pages/objections/index',
        'pages/catalogue-desk/index',
        'pages/shop/index',
        'pages/orders/index',
        'pages/fund/index',
        'pages/shop-desk/index',
        'pages/cycle/index',
      ],
    },
    {
      root: 'features/questions',
      pages: ['pages/ask/index', 'pages/mine/index', 'pages/thread/index', 'pages/desk/index', 'pages/town/index'],
    },
    { root: 'features/workbench', pages: ['pages/workbench/index'] },
    {
      root: 'features/identity',
      pages: [
        'pages/sign-in/index',
        'pages/devices/index',
        'pages/desktop-confirm/index',
        'pages/my-code/index',
        'pages/offices/index',
        'pages/appoint/index',
        'pages/grant-history/index',
      ],
    },
    { root: 'features/messages', pages: ['pages/messages/index'] },
    { root: 'features/operations', pages: ['pages/dead-jobs/index'] },
    { root: 'features/outbox', pages: ['pages/outbox/index'] },
    {
      root: 'features/privacy',
      pages: [
        'pages/overview/index',
        'pages/notice/index',
        'pages/consents/index',
        'pages/child/index',
        'pages/data/index',
        'pages/looks/index',
        'pages/erase/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '乡约',
    navigationBarBackgroundColor: '#FAF6EE',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF6EE',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    custom: isH5,
    color: '#5E564D',
    selectedColor: '#1F4E5F',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: tabs.map(({ pagePath, text, icon }) =>
      isH5
        ? { pagePath, text }
        : { pagePath, text, iconPath: `assets/tab/${icon}.png`, selectedIconPath: `assets/tab/${icon}-on.png` },
    ),
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
  // Pages change at once: old phones slide badly, and nothing is told by sliding. WeChat moves pages its own way.
  ...(isH5 ? { animation: false } : {}),
  ...(provider ? { plugins: { WechatSI: { version, provider } } } : {}),
});
