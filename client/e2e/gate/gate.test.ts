/** Each fault alone gives exactly its own finding; without a fault there is none. */
import { rmSync } from 'node:fs';
import { appJson, HEALTHY, TABS, tabBar, writeBuild } from './fixture';
import { describeFindings, gateFindings } from './gate';
import { MAIN_LIMIT_BYTES, PACKAGE_LIMIT_BYTES, TAB_ICON_LIMIT_BYTES, TOTAL_LIMIT_BYTES } from './limits';
import { officialCompilerRuns } from './official-compiler';

const HOME = 'pages/home/index';
const DOCUMENT = 'features/rules/pages/document/index';

function findingsOf(changes: Record<string, string | undefined>): string {
  const folder = writeBuild(changes);
  try {
    return describeFindings(gateFindings(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As much filler as makes a package with `have` bytes reach `want`. */
const filler = (have: number, want: number): string => `//${'x'.repeat(want - have - 2)}`;
const bytesBelow = (root: string): number =>
  Object.entries(HEALTHY)
    .filter(([file]) => (root === '' ? !file.startsWith('features/') : file.startsWith(root)) && !file.endsWith('.txt'))
    .reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0);
const allBytes = bytesBelow('') + bytesBelow('features/');

type Case = [name: string, changes: Record<string, string | undefined>, expected: string];

const SIZES: Case[] = [
  ['main package at the limit', { 'big.js': filler(bytesBelow(''), MAIN_LIMIT_BYTES) }, ''],
  [
    'main package one byte above',
    { 'big.js': filler(bytesBelow(''), MAIN_LIMIT_BYTES + 1) },
    '[size] main package: 800001 bytes, our limit is 800000',
  ],
  [
    'all packages one byte above',
    { 'features/rules/big.js': filler(allBytes, TOTAL_LIMIT_BYTES + 1) },
    '[size] all packages: 2000001 bytes, our limit is 2000000',
  ],
  [
    "a subpackage above WeChat's limit",
    { 'features/rules/big.js': filler(bytesBelow('features/rules/'), PACKAGE_LIMIT_BYTES + 1) },
    `[size] features/rules: 2097153 bytes, WeChat's limit is 2097152\n[size] all packages: ${
      PACKAGE_LIMIT_BYTES + 1 + allBytes - bytesBelow('features/rules/')
    } bytes, our limit is 2000000`,
  ],
];

const FILES: Case[] = [
  ['a source map', { 'app.js.map': '{}' }, '[extension] app.js.map: WeChat does not pack files of this kind'],
  [
    'a local url()',
    { 'app.wxss': '.a{background:url("/tab/me.png")}' },
    '[style url] app.wxss: url(/tab/me.png) is neither data: nor https:',
  ],
  ['an https url()', { 'app.wxss': '.a{background:url(https://example.org/a.png)}' }, ''],
];

const CONFIG: Case[] = [
  [
    'an unknown key',
    { 'app.json': appJson({ animation: false }) },
    '[app.json] app.json: "animation" is no key that WeChat knows',
  ],
  [
    'an unknown key of window',
    { 'app.json': appJson({ window: { title: '' } }) },
    '[app.json] app.json window: "title" is no key that WeChat knows',
  ],
  [
    'an unknown key of a page',
    { [`${HOME}.json`]: '{"title":""}' },
    `[app.json] ${HOME}.json: "title" is no key that WeChat knows`,
  ],
  [
    'one tab',
    { 'app.json': tabBar({ list: TABS.slice(1) }) },
    '[app.json] app.json tabBar: 1 tabs, WeChat allows 2 to 5',
  ],
  [
    'six tabs',
    { 'app.json': tabBar({ list: [...TABS, ...TABS, ...TABS] }) },
    '[app.json] app.json tabBar: 6 tabs, WeChat allows 2 to 5',
  ],
  [
    'a tab in a subpackage',
    { 'app.json': tabBar({ list: [TABS[0], { pagePath: DOCUMENT, text: '村规' }] }) },
    `[app.json] tab 村规: ${DOCUMENT} is no page of the main package`,
  ],
  [
    'a tab without text',
    { 'app.json': tabBar({ list: [TABS[0], { pagePath: HOME }] }) },
    `[app.json] tab ${HOME}: has no text`,
  ],
  ['a tab icon that is missing', { 'tab/me.png': undefined }, '[app.json] tab 我的: icon tab/me.png is missing'],
  ['a tab icon at the limit', { 'tab/me.png': 'x'.repeat(TAB_ICON_LIMIT_BYTES) }, ''],
  [
    'a tab icon one byte above',
    { 'tab/me.png': 'x'.repeat(TAB_ICON_LIMIT_BYTES + 1) },
    "[app.json] tab 我的: icon tab/me.png has 40961 bytes, WeChat's limit is 40960",
  ],
  [
    'an svg as tab icon',
    { 'tab/me.svg': '<svg/>', 'app.json': tabBar({ list: [TABS[0], { ...TABS[1], iconPath: 'tab/me.svg' }] }) },
    '[app.json] tab 我的: icon tab/me.svg is neither png nor jpg',
  ],
  [
    'one icon of two',
    { 'app.json': tabBar({ list: [TABS[0], { ...TABS[1], selectedIconPath: undefined }] }) },
    '[app.json] tab 我的: has one icon of two',
  ],
  [
    'no lazyCodeLoading',
    { 'app.json': appJson({ lazyCodeLoading: undefined }) },
    '[app.json] app.json: lazyCodeLoading is not requiredComponents: every page is parsed at the start',
  ],
  [
    'no privacy check',
    { 'app.json': appJson({ __usePrivacyCheck__: undefined }) },
    '[app.json] app.json: __usePrivacyCheck__ is not true: the privacy agreement is never asked for',
  ],
  ['no sitemap', { 'sitemap.json': undefined }, '[app.json] app.json: the sitemap sitemap.json is missing'],
  ['a sitemap without rules', { 'sitemap.json': '{}' }, '[app.json] sitemap.json: has no rules'],
];

const REFERENCES: Case[] = [
  ['a page without code', { [`${HOME}.js`]: undefined }, `[reference] app.json: ${HOME}.js is missing`],
  ['a missing module', { 'app.js': 'require("./gone")' }, '[reference] app.js: ./gone is missing'],
  [
    'a missing component',
    { [`${HOME}.json`]: '{"usingComponents":{"x":"./x"}}' },
    ['.js', '.wxml', '.json'].map((suffix) => `[reference] ${HOME}.json: pages/home/x${suffix} is missing`).join('\n'),
  ],
  [
    'a plugin that is not declared',
    { [`${HOME}.json`]: '{"usingComponents":{"x":"plugin://p/x"}}' },
    `[reference] ${HOME}.json: plugin p of <x> is missing`,
  ],
  [
    'main package asks a subpackage',
    { 'app.js': 'require("./features/rules/pages/document/index")' },
    `[reference] app.js: ${DOCUMENT}.js lies in subpackage features/rules, out of reach`,
  ],
  [
    'a subpackage asks another',
    { 'features/points/pages/account/index.js': 'require("../../../rules/pages/document/index");Page({})' },
    `[reference] features/points/pages/account/index.js: ${DOCUMENT}.js lies in subpackage features/rules, out of reach`,
  ],
];

const SCRIPTS: Case[] = [
  ['optional chaining', { 'common.js': 'a?.b' }, '[syntax] common.js: not ES2019: Unexpected token (1:2)'],
  ['a class field', { 'common.js': 'class A{b=1}' }, '[syntax] common.js: not ES2019: Unexpected token (1:9)'],
  ['lookbehind', { 'common.js': 'x=/(?<=a)b/' }, '[syntax] common.js: iOS before 16.4 cannot read /(?<=a)b/'],
  ['eval', { 'common.js': 'eval("1")' }, '[code from text] common.js: WeChat refuses eval("1")'],
  [
    'new Function',
    { 'common.js': 'new Function("return 1")' },
    '[code from text] common.js: WeChat refuses new Function("return 1")',
  ],
  [
    "webpack's probe in another file",
    { 'common.js': 'new Function("return this")()' },
    '[code from text] common.js: WeChat refuses new Function("return this")',
  ],
  ['zod', { 'common.js': 'x={_zod:1}' }, '[zod] common.js: carries zod; the client imports only its types'],
  [
    'a private API',
    { 'common.js': 'wx.getLocation({})' },
    '[private information] common.js: getLocation is not in requiredPrivateInfos',
  ],
  [
    'a private API that is declared',
    { 'common.js': 'wx.getLocation({})', 'app.json': appJson({ requiredPrivateInfos: ['getLocation'] }) },
    '',
  ],
];

test('a healthy build has no findings', () => {
  expect(findingsOf({})).toBe('');
});

test.each([...SIZES, ...FILES, ...CONFIG, ...REFERENCES, ...SCRIPTS])('%s', (_, changes, expected) => {
  expect(findingsOf(changes)).toBe(expected);
});

// The compilers' own words may change with their version; where they point may not.
(officialCompilerRuns() ? test : test.skip).each([
  ['an open tag', { 'card.wxml': '<view><text></view>' }, /^\[wcc\] wxml: .*card\.wxml:1:14/],
  ['an open rule', { 'app.wxss': '.a{{color:red' }, /^\[wcsc\] wxss: .*app\.wxss\(1:4\)/],
])("WeChat's compiler: %s", (_, changes, expected) => {
  expect(findingsOf(changes)).toMatch(expected);
});

// WeChat's compiler speaks of these too, where it runs; our own finding must not depend on it.
test.each([
  [
    'base.wxml',
    ['features/points/pages/account', 'features/rules/pages/document', 'pages/home', 'pages/me'].map(
      (page) => `${page}/index.wxml`,
    ),
  ],
  [
    'common.wxss',
    ['features/points/pages/account', 'features/rules/pages/document', 'pages/home', 'pages/me'].map(
      (page) => `${page}/index.wxss`,
    ),
  ],
])('%s is missing', (file, users) => {
  const own = findingsOf({ [file]: undefined })
    .split('\n')
    .filter((line) => line.startsWith('[reference]'));
  expect(own).toEqual(users.map((user) => `[reference] ${user}: ${file} is missing`));
});
