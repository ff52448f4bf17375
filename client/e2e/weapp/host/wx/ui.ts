/** Dialogs, bars and scrolling: drawn, so that a journey sees and taps them as a person does. */
import { recordError } from '../errors';
import type { Pages } from '../pages';
import { drawPanel, drawToast, element, hideToast } from '../shell';
import { type Api, asyncApi, type Options } from './define';
import { WxFailure } from './failure';

const TOAST_MS = 1500;
/** WeChat refuses longer button texts and longer lists. */
const BUTTON_TEXT_LIMIT = 4;
const SHEET_LIMIT = 6;

const text = (value: unknown, otherwise = ''): string =>
  value === undefined || value === null ? otherwise : String(value);

async function showModal(options: Options): Promise<Options> {
  const confirmText = text(options.confirmText, '确定');
  const cancelText = text(options.cancelText, '取消');
  for (const given of [confirmText, cancelText])
    if (given.length > BUTTON_TEXT_LIMIT)
      throw new WxFailure(`fail button text "${given}" is longer than ${BUTTON_TEXT_LIMIT}`);
  const content = [
    element('div', 'wx-panel-title', text(options.title)),
    element('div', 'wx-panel-text', text(options.content)),
  ];
  const field = document.createElement('input');
  if (options.editable) {
    field.placeholder = text(options.placeholderText);
    content.push(field);
  }
  const cancellable = options.showCancel !== false;
  const chosen = await drawPanel('wx-panel-modal', content, cancellable ? [cancelText, confirmText] : [confirmText]);
  const confirm = !cancellable || chosen === 1;
  return { confirm, cancel: !confirm, ...(options.editable && confirm ? { content: field.value } : {}) };
}

async function showActionSheet(options: Options): Promise<Options> {
  const items = (options.itemList ?? []) as string[];
  if (items.length === 0 || items.length > SHEET_LIMIT)
    throw new WxFailure(`fail parameter error: itemList should have 1 to ${SHEET_LIMIT}`);
  const tapIndex = await drawPanel('wx-panel-sheet', [], [...items, '取消']);
  if (tapIndex === items.length) throw new WxFailure('fail cancel');
  return { tapIndex };
}

function scrollPage(pages: Pages, options: Options): void {
  const { scroller } = pages.current().frame;
  if (options.selector !== undefined) {
    const target = scroller.querySelector(String(options.selector));
    if (!target) throw new WxFailure(`fail ${options.selector} not found`);
    target.scrollIntoView({ block: 'start' });
  } else {
    scroller.scrollTop = Number(options.scrollTop ?? 0);
  }
}

export function uiApis(pages: Pages): Record<string, Api> {
  const apis: Record<string, Api> = {};
  const add = (name: string, run: (options: Options) => unknown) => {
    apis[name] = asyncApi(name, run);
  };
  add('showToast', ({ title, duration }) => drawToast(text(title), Number(duration ?? TOAST_MS)));
  add('showLoading', ({ title }) => drawToast(text(title), 0));
  add('hideToast', hideToast);
  add('hideLoading', hideToast);
  add('showModal', showModal);
  add('showActionSheet', showActionSheet);
  add('setNavigationBarTitle', ({ title }) => void pages.current().frame.setTitle(text(title)));
  add('setNavigationBarColor', ({ backgroundColor, frontColor }) =>
    pages.current().frame.setColors(text(backgroundColor), text(frontColor)),
  );
  add('pageScrollTo', (options) => scrollPage(pages, options));
  add('setTabBarBadge', ({ index, text: badge }) => pages.tabBarDrawn.badge(Number(index), text(badge)));
  add('removeTabBarBadge', ({ index }) => pages.tabBarDrawn.badge(Number(index), ''));
  add('showTabBarRedDot', ({ index }) => pages.tabBarDrawn.badge(Number(index), '·'));
  add('hideTabBarRedDot', ({ index }) => pages.tabBarDrawn.badge(Number(index), ''));
  add('startPullDownRefresh', () => void pages.call(pages.current(), 'onPullDownRefresh'));
  let clipboard = '';
  add('setClipboardData', ({ data }) => {
    if (typeof data !== 'string' || data === '')
      throw new WxFailure('fail parameter error: data should be a non-empty String');
    clipboard = data;
    drawToast('内容已复制', TOAST_MS);
  });
  add('getClipboardData', () => ({ data: clipboard }));
  // Seen by a person, but without a trace that a page could read.
  for (const silent of [
    'stopPullDownRefresh',
    'showNavigationBarLoading',
    'hideNavigationBarLoading',
    'setBackgroundColor',
    'setBackgroundTextStyle',
    'showShareMenu',
    'hideShareMenu',
    'updateShareMenu',
    'vibrateShort',
    'vibrateLong',
    'hideKeyboard',
    'setKeepScreenOn',
    'hideHomeButton',
  ])
    add(silent, () => undefined);

  const routes: [string, string][] = [
    ['navigateTo', 'navigate'],
    ['redirectTo', 'redirect'],
    ['switchTab', 'switchTab'],
    ['reLaunch', 'reLaunch'],
    ['navigateBack', 'navigateBack'],
  ];
  for (const [name, kind] of routes)
    add(name, (options) => {
      if (options.events !== undefined) throw new WxFailure('fail the host has no event channels');
      try {
        pages.open(kind, text(options.url), Number(options.delta ?? 1));
      } catch (fault) {
        // A page may hear fail() and stay silent; a journey must not.
        if (fault instanceof WxFailure) recordError(`wx.${name}`, `${options.url ?? ''}: ${fault.reason}`);
        throw fault;
      }
    });
  return apis;
}
