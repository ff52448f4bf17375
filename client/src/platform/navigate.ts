import Taro from '@tarojs/taro';
import { paths } from '@/paths';

const TABS: readonly string[] = [paths.home, paths.rules, paths.points, paths.me];

/** Opens a page above this one, or goes to a tab, which can be opened in no other way; see paths.ts. */
export function open(url: string): void {
  if (TABS.includes(url)) openTab(url);
  else void Taro.navigateTo({ url });
}

/** Opens a page in the place of the one above the tabs: going through a side list is no way to come back along. */
export function openBeside(url: string): void {
  void (Taro.getCurrentPages().length > 1 ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
}

/** True on the web when the address is this page's; WeChat has no address. */
export function isHere(url: string): boolean {
  return process.env.TARO_ENV !== 'weapp' && window.location.hash === `#${url}`;
}

/** Opens a page in the place of this one: there is no way back to a form that is done. */
export function openInstead(url: string): void {
  void Taro.redirectTo({ url });
}

/** Goes to a tab. */
export function openTab(url: string): void {
  void Taro.switchTab({ url });
}

/** Goes back where one came from; to `url` when this page was opened from outside, by a shared link. */
export function backOr(url: string): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else if (TABS.includes(url)) openTab(url);
  else void Taro.redirectTo({ url });
}

/** The address now says what is shown, so that a reload or a copied link comes back here; WeChat has no address. */
export function replaceAddress(url: string): void {
  if (process.env.TARO_ENV !== 'weapp') window.history.replaceState(window.history.state, '', `#${url}`);
}

/** Back to the top of the page, at once. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
}
