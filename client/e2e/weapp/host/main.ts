/** Starts one mini-program in this page: app.js, then the first page, as WeChat does at a cold start. */
import * as glassEasel from 'glass-easel';
import type { HostHandle, HostInput } from '../protocol';
import { guarded, onAppError, recordError, recordThrown } from './errors';
import { HOST_CSS } from './host-css';
import { Modules } from './modules';
import { Pages, pathOf } from './pages';
import { Registry } from './registry';
import { fillServices } from './services';
import { setDataRows, watchSetData } from './set-data';
import { element } from './shell';
import { Answers } from './wx/answers';
import { createWx } from './wx/create-wx';
import { Network } from './wx/network';
import { SystemEvents } from './wx/system';

/** "Discover" in WeChat's list of scenes: the plain way in. */
const SCENE = 1001;

type AppInstance = Record<string, unknown>;

export function start(input: HostInput): HostHandle {
  document.head.append(Object.assign(document.createElement('style'), { textContent: HOST_CSS }));
  document.body.append(element('div', 'wx-app'));
  const events = new SystemEvents();
  const answers = new Answers();
  const network = new Network(input.connected);
  const shared: unknown[] = [];
  let appInstance: AppInstance = {};

  const [path = '', search = ''] = (input.entry || input.app.config.pages[0] || '').split('?');
  const query = Object.fromEntries(
    search
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('=')),
  );
  const entry = () => ({ path, query, scene: SCENE, referrerInfo: {}, mode: 'default' });

  const globals: Record<string, unknown> = {};
  const modules = new Modules(input.app.scripts, input.app.config, globals);
  const registry = new Registry(input.app);
  const pages = new Pages(input.app, input.device, registry, modules);
  const wx = createWx({ input, pages, network, events, answers, entry });

  const callApp = (name: string, argument?: unknown): unknown => {
    const method = appInstance[name];
    return typeof method === 'function' ? guarded(`App.${name}`, () => method.call(appInstance, argument)) : undefined;
  };
  const registerApp = (definition: AppInstance) => {
    appInstance = definition;
  };
  Object.assign(globals, registry.constructors, {
    wx,
    App: registerApp,
    getApp: () => appInstance,
    getCurrentPages: () => pages.callers(),
    __wxConfig: { appname: 'host', envVersion: 'develop' },
    requirePlugin: (name: string) => {
      throw new Error(`plugin ${name} is not declared in app.json`);
    },
  });

  listenForFaults(events, callApp);
  watchSetData();

  const share: HostHandle['share'] = async (kind, from = 'menu', target?: unknown) => {
    const page = pages.current();
    const hook = kind === 'message' ? 'onShareAppMessage' : 'onShareTimeline';
    if (!pages.has(page, hook)) throw new Error(`${page.route} has no ${hook}: WeChat offers no such sharing here`);
    const result = await pages.call(page, hook, { from, target, webViewUrl: undefined });
    shared.push(result);
    return result;
  };
  fillServices({ pages, answer: (api) => answers.take(api), share: share as never });

  guarded('app.js', () => modules.require('/app'));
  callApp('onLaunch', entry());
  callApp('onShow', entry());
  guarded('first page', () => pages.reLaunch(`/${path}${search === '' ? '' : `?${search}`}`));

  return {
    path: () => pathOf(pages.current()),
    stack: pages.paths,
    packages: () => modules.loadedPackages(),
    setDataRows,
    connect: (connected) => network.connect(connected),
    prepareAnswer: (api, answer) => answers.prepare(api, answer),
    leftoverAnswers: answers.leftover,
    share,
    shared: () => shared,
    pullDown: async () => pullDown(pages),
    background: () => {
      pages.call(pages.current(), 'onHide');
      callApp('onHide');
      events.appHide.send({});
    },
    foreground: () => {
      callApp('onShow', entry());
      events.appShow.send(entry());
      pages.call(pages.current(), 'onShow');
    },
  };
}

/** A list with its own refresher takes the gesture; else the page must have asked for it. */
function pullDown(pages: Pages): void {
  const page = pages.current();
  const list = page.frame.scroller.querySelector('wx-scroll-view[data-refresher]');
  if (list) list.dispatchEvent(new CustomEvent('host-pull-down'));
  else if (page.json.enablePullDownRefresh) pages.call(page, 'onPullDownRefresh');
  else throw new Error(`${page.route} cannot be pulled down: no enablePullDownRefresh, no refresher`);
}

function listenForFaults(events: SystemEvents, callApp: (name: string, argument: unknown) => unknown): void {
  glassEasel.addGlobalErrorListener((fault, method) => {
    recordThrown(`glass-easel ${method ?? ''}`, fault);
    return false;
  });
  // Warnings are about properties that the host's small components do not know; WeChat's have them all.
  glassEasel.addGlobalWarningListener(() => false);
  onAppError((message) => callApp('onError', message));
  window.addEventListener('error', (event) => recordThrown('uncaught', event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => {
    recordError('unhandled rejection', event.reason);
    const detail = { reason: event.reason as unknown, promise: event.promise };
    callApp('onUnhandledRejection', detail);
    events.rejection.send(detail);
  });
}
