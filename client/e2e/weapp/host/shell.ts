/** What WeChat draws around and above the pages: title bar, tab bar, toast, dialog, action sheet. Real DOM, so tests tap it. */
import type { CompiledApp, Device } from '../protocol';

const app = () => document.querySelector('.wx-app') as HTMLElement;

export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}

/** A page's own frame: its title bar, and below it the area that scrolls. */
export interface Frame {
  outer: HTMLElement;
  scroller: HTMLElement;
  placeholder: HTMLElement;
  setTitle(title: string): void;
  setColors(background: string, text: string): void;
}

export interface FrameOptions {
  route: string;
  title: string;
  background: string;
  textStyle: string;
  custom: boolean;
  tab: boolean;
  back: (() => void) | undefined;
}

export function drawFrame(device: Device, options: FrameOptions): Frame {
  const outer = element('div', 'wx-window');
  outer.dataset.route = options.route;
  const barHeight = options.custom ? 0 : device.statusBarHeight + device.navigationBarHeight;
  const bar = element('div', 'wx-navigation-bar-drawn');
  const title = element('div', 'wx-title', options.title);
  if (!options.custom) {
    bar.style.height = `${barHeight}px`;
    bar.style.paddingTop = `${device.statusBarHeight}px`;
    if (options.back) {
      const back = element('button', 'wx-back', '‹');
      back.setAttribute('aria-label', '返回');
      back.onclick = options.back;
      bar.append(back);
    }
    bar.append(title);
    outer.append(bar);
  }
  const height = device.height - barHeight - (options.tab ? device.tabBarHeight : 0);
  const frame = element('div', 'wx-frame');
  frame.style.height = `${height}px`;
  frame.style.setProperty('--vh', `${height / 100}px`);
  const scroller = element('div', 'wx-document');
  const placeholder = element('div', '');
  scroller.append(placeholder);
  frame.append(scroller);
  outer.append(frame);
  app().append(outer);
  const setColors = (background: string, text: string) => {
    bar.style.background = background;
    bar.style.color = text;
  };
  setColors(options.background, options.textStyle === 'white' ? '#ffffff' : '#000000');
  return { outer, scroller, placeholder, setColors, setTitle: (text) => (title.textContent = text) };
}

export class TabBar {
  private readonly bar = element('div', 'wx-tab-bar');
  private readonly items = new Map<string, { item: HTMLElement; icon: HTMLImageElement | undefined }>();

  constructor(
    private readonly config: NonNullable<CompiledApp['config']['tabBar']>,
    device: Device,
    choose: (route: string) => void,
  ) {
    this.bar.style.height = `${device.tabBarHeight}px`;
    this.bar.style.background = config.backgroundColor ?? '#ffffff';
    for (const tab of config.list) {
      const item = element('button', 'wx-tab');
      let icon: HTMLImageElement | undefined;
      if (tab.iconPath) {
        icon = document.createElement('img');
        item.append(icon);
      }
      item.append(element('span', 'wx-tab-text', tab.text));
      item.onclick = () => choose(tab.pagePath);
      this.items.set(tab.pagePath, { item, icon });
      this.bar.append(item);
    }
    app().append(this.bar);
  }

  /** Marks the tab of `route`; away from the tab pages there is no bar. */
  show(route: string): void {
    this.bar.style.display = this.items.has(route) ? 'flex' : 'none';
    for (const tab of this.config.list) {
      const drawn = this.items.get(tab.pagePath);
      if (!drawn) continue;
      const chosen = tab.pagePath === route;
      drawn.item.style.color = chosen ? this.config.selectedColor : this.config.color;
      if (drawn.icon) drawn.icon.src = `/${chosen ? (tab.selectedIconPath ?? tab.iconPath) : tab.iconPath}`;
    }
  }

  /** '' takes the badge away; '·' is the red dot. */
  badge(index: number, text: string): void {
    const item = this.bar.children[index];
    if (!item) throw new Error(`tab ${index} does not exist`);
    item.querySelector('.wx-badge')?.remove();
    if (text !== '') item.append(element('span', 'wx-badge', text));
  }
}

let toast: HTMLElement | undefined;
let toastTimer: number | undefined;

/** Shows `text` for `durationMs`, or until hidden when that is 0. One at a time, as in WeChat. */
export function drawToast(text: string, durationMs: number): void {
  hideToast();
  toast = element('div', 'wx-toast', text);
  app().append(toast);
  if (durationMs > 0) toastTimer = window.setTimeout(hideToast, durationMs);
}

export function hideToast(): void {
  window.clearTimeout(toastTimer);
  toast?.remove();
  toast = undefined;
}

/** A panel with buttons above everything; resolves with the index of the button that was tapped. */
export function drawPanel(className: string, content: HTMLElement[], buttons: string[]): Promise<number> {
  return new Promise((resolve) => {
    const mask = element('div', 'wx-mask');
    const panel = element('div', `wx-panel ${className}`);
    panel.append(...content);
    const row = element('div', 'wx-panel-buttons');
    buttons.forEach((text, index) => {
      const button = element('button', 'wx-panel-button', text);
      button.onclick = () => {
        mask.remove();
        resolve(index);
      };
      row.append(button);
    });
    panel.append(row);
    mask.append(panel);
    app().append(mask);
  });
}
