/** `wx` as one object. Names that WeChat has and the host has not are there too: to call one is an error, never silence. */
import type { HostInput } from '../../protocol';
import { recordError } from '../errors';
import type { Pages } from '../pages';
import type { Answers } from './answers';
import type { Api, Options } from './define';
import { WECHAT_API_NAMES } from './known-names';
import type { Network } from './network';
import { createSelectorQuery } from './query';
import { storageApis } from './storage';
import { type SystemEvents, systemApis } from './system';
import { uiApis } from './ui';

/** Names that are read to see whether they are there; WeChat itself has none of them at the start. */
const PROBED = new Set([
  'webpackJsonp',
  'cloud',
  'then',
  'toJSON',
  'lanDebug',
  'miniapp',
  'onNavigateTo',
  'eventCenter',
]);

interface Parts {
  input: HostInput;
  pages: Pages;
  network: Network;
  events: SystemEvents;
  answers: Answers;
  entry: () => Options;
}

export function createWx({ input, pages, network, events, answers, entry }: Parts): Record<string, unknown> {
  const implemented: Record<string, unknown> = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    ...storageApis(input.storage),
    ...network.apis(),
    ...uiApis(pages),
    ...events.apis(),
    ...answers.apis(),
    ...systemApis(input, entry, () => names),
    createSelectorQuery: () => createSelectorQuery(pages),
    createIntersectionObserver: (
      component: { createIntersectionObserver(options: Options): unknown } | undefined,
      options: Options = {},
    ) =>
      (
        component ?? (pages.current().caller as never as { createIntersectionObserver(options: Options): unknown })
      ).createIntersectionObserver(options),
  };
  const names = Object.keys(implemented);
  const wx: Record<string, unknown> = { ...missing(names), ...implemented };
  return new Proxy(wx, {
    get(target, name, receiver) {
      if (typeof name === 'string' && !(name in target) && !PROBED.has(name) && !name.startsWith('__'))
        recordError('wx', `wx.${name} was read; neither WeChat's typings nor the host have it`);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}

function missing(implemented: string[]): Record<string, Api> {
  const apis: Record<string, Api> = {};
  for (const name of WECHAT_API_NAMES) {
    if (implemented.includes(name)) continue;
    apis[name] = () => {
      const message = `wx.${name} is not in this host; add it, or do not call it where canIUse says no`;
      recordError('wx', message);
      throw new Error(message);
    };
  }
  return apis;
}
