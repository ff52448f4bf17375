/** app.json and the pages' .json: known keys, tabs, privacy, sitemap. */
import { type Dist, type Finding } from './dist';
import { TAB_ICON_LIMIT_BYTES, TABS_MAX, TABS_MIN } from './limits';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** 全局配置 of WeChat's reference. */
const APP_KEYS = words(`
  pages entryPagePath subPackages subpackages window tabBar networkTimeout debug functionalPages workers
  requiredBackgroundModes requiredPrivateInfos plugins preloadRule resizable usingComponents componentPlaceholder
  permission sitemapLocation style useExtendedLib entranceDeclare darkmode themeLocation lazyCodeLoading singlePage
  supportedMaterials serviceProviderTicket embeddedAppIdList halfPage debugOptions enablePassiveEvent resolveAlias renderer
  rendererOptions componentFramework miniApp static convertRpxToVw appBar __usePrivacyCheck__
`);
const WINDOW_KEYS = words(`
  navigationBarBackgroundColor navigationBarTextStyle navigationBarTitleText navigationStyle homeButton backgroundColor
  backgroundTextStyle backgroundColorTop backgroundColorBottom backgroundColorContent enablePullDownRefresh
  onReachBottomDistance pageOrientation restartStrategy initialRenderingCache visualEffectInBackground handleWebviewPreload
`);
/** 页面配置 and what a component adds. */
const PAGE_KEYS = new Set([
  ...WINDOW_KEYS,
  ...words(`
    disableScroll usingComponents componentPlaceholder componentGenerics component style styleIsolation singlePage renderer
    rendererOptions componentFramework pureDataPattern addGlobalClass
  `),
]);
const TAB_BAR_KEYS = words('color selectedColor backgroundColor borderStyle list position custom');

const finding = (where: string, message: string): Finding => ({ check: 'app.json', where, message });

export function checkKeys(dist: Dist): Finding[] {
  const unknown = (where: string, value: object | undefined, keys: ReadonlySet<string>) =>
    Object.keys(value ?? {})
      .filter((key) => !keys.has(key))
      .map((key) => finding(where, `"${key}" is no key that WeChat knows`));
  const own = dist.ofType('.json').filter((file) => dist.has(file.replace(/\.json$/, '.wxml')));
  return [
    ...unknown('app.json', dist.app, APP_KEYS),
    ...unknown('app.json window', dist.app.window, WINDOW_KEYS),
    ...unknown('app.json tabBar', dist.app.tabBar, TAB_BAR_KEYS),
    ...own.flatMap((file) => unknown(file, JSON.parse(dist.text(file)) as object, PAGE_KEYS)),
  ];
}

export function checkTabs(dist: Dist): Finding[] {
  const { tabBar, pages = [] } = dist.app;
  if (!tabBar) return [];
  const tabs = tabBar.list ?? [];
  const findings: Finding[] = [];
  if (tabs.length < TABS_MIN || tabs.length > TABS_MAX)
    findings.push(finding('app.json tabBar', `${tabs.length} tabs, WeChat allows ${TABS_MIN} to ${TABS_MAX}`));
  for (const { pagePath = '', text, iconPath, selectedIconPath } of tabs) {
    const where = `tab ${text ?? pagePath}`;
    if (!text) findings.push(finding(where, 'has no text'));
    if (!pages.includes(pagePath)) findings.push(finding(where, `${pagePath} is no page of the main package`));
    if (Boolean(iconPath) !== Boolean(selectedIconPath)) findings.push(finding(where, 'has one icon of two'));
    for (const icon of [iconPath, selectedIconPath]) {
      if (!icon) continue;
      if (!dist.has(icon)) findings.push(finding(where, `icon ${icon} is missing`));
      else if (!/\.(png|jpe?g)$/.test(icon)) findings.push(finding(where, `icon ${icon} is neither png nor jpg`));
      else if (dist.bytes(icon) > TAB_ICON_LIMIT_BYTES)
        findings.push(
          finding(where, `icon ${icon} has ${dist.bytes(icon)} bytes, WeChat's limit is ${TAB_ICON_LIMIT_BYTES}`),
        );
    }
  }
  return findings;
}

export function checkSwitches(dist: Dist): Finding[] {
  const findings: Finding[] = [];
  if (dist.app.lazyCodeLoading !== 'requiredComponents')
    findings.push(finding('app.json', 'lazyCodeLoading is not requiredComponents: every page is parsed at the start'));
  if (dist.app.__usePrivacyCheck__ !== true)
    findings.push(finding('app.json', '__usePrivacyCheck__ is not true: the privacy agreement is never asked for'));
  const sitemap = dist.app.sitemapLocation ?? 'sitemap.json';
  if (!dist.has(sitemap)) findings.push(finding('app.json', `the sitemap ${sitemap} is missing`));
  else if (!Array.isArray((JSON.parse(dist.text(sitemap)) as { rules?: unknown }).rules))
    findings.push(finding(sitemap, 'has no rules'));
  return findings;
}
