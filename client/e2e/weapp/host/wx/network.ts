/** wx.request through the driver to a real server, with WeChat's rules; and the phone's connection. */
import type { RequestReply } from '../../protocol';
import { bridge, guarded, recordError } from '../errors';
import { type Api, asyncApi, Listeners, type Options } from './define';

/** WeChat's limits: 10 requests at once, 60 s each. */
const AT_ONCE = 10;
const TIMEOUT_MS = 60_000;
/** There is no PATCH in WeChat. */
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];

type Status = { isConnected: boolean; networkType: string };

export class Network {
  private running = 0;
  private nextId = 1;
  private readonly statusListeners = new Listeners<Status>('NetworkStatusChange');

  constructor(private connected: boolean) {}

  connect(connected: boolean): void {
    this.connected = connected;
    this.statusListeners.send(this.status());
  }

  apis(): Record<string, Api> {
    return {
      request: (options: Options) => this.request(options),
      getNetworkType: asyncApi('getNetworkType', () => ({ networkType: this.status().networkType })),
      onNetworkStatusChange: this.statusListeners.on,
      offNetworkStatusChange: this.statusListeners.off,
    };
  }

  private status = (): Status => ({ isConnected: this.connected, networkType: this.connected ? 'wifi' : 'none' });

  private request(options: Options): Record<string, Api> {
    const id = this.nextId++;
    let aborted = false;
    void this.send(id, options).then((result) => {
      const outcome = aborted ? { ok: false, value: { errMsg: 'request:fail abort' } } : result;
      const call = (given: unknown) => {
        if (typeof given === 'function')
          guarded('wx.request callback', () => (given as (value: unknown) => void)(outcome.value));
      };
      call(options[outcome.ok ? 'success' : 'fail']);
      call(options.complete);
    });
    return {
      abort: () => {
        aborted = true;
        void bridge.weappAbort(id);
      },
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    };
  }

  private async send(id: number, options: Options): Promise<{ ok: boolean; value: unknown }> {
    const failed = (reason: string) => ({ ok: false, value: { errMsg: `request:fail ${reason}`, errno: 600001 } });
    const refused = (reason: string) => {
      recordError('wx.request', `${options.method ?? 'GET'} ${options.url}: ${reason}`);
      return failed(reason);
    };
    const method = String(options.method ?? 'GET').toUpperCase();
    if (!METHODS.includes(method)) return refused(`invalid method ${method}`);
    if (!/^https?:\/\//.test(String(options.url))) return refused('invalid url');
    if (options.responseType === 'arraybuffer') return refused('the host carries text only');
    if (!this.connected) return failed('net::ERR_INTERNET_DISCONNECTED');
    if (this.running >= AT_ONCE) return refused('exceed max task count');

    this.running += 1;
    try {
      const reply = await bridge.weappRequest({
        id,
        method,
        ...encoded(method, options),
        timeoutMs: Number(options.timeout ?? TIMEOUT_MS),
      });
      if ('failure' in reply) return failed(reply.failure);
      const { statusCode, header, cookies } = reply;
      return { ok: true, value: { data: decoded(reply, options), statusCode, header, cookies, errMsg: 'request:ok' } };
    } finally {
      this.running -= 1;
    }
  }
}

/** WeChat puts `data` into the query of a GET and into the body of others, as the content type says. */
function encoded(method: string, options: Options): { url: string; header: Record<string, string>; body?: string } {
  const header: Record<string, string> = {};
  for (const [name, value] of Object.entries((options.header as Options | undefined) ?? {}))
    header[name.toLowerCase()] = String(value);
  header['content-type'] ??= 'application/json';
  let url = String(options.url);
  const { data } = options;
  if (data === undefined || data === null) return { url, header };
  const pairs = () =>
    Object.entries(data as Options)
      .map(
        ([name, value]) =>
          `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value))}`,
      )
      .join('&');
  if (method === 'GET') {
    const query = typeof data === 'string' ? data : pairs();
    if (query !== '') url += `${url.includes('?') ? '&' : '?'}${query}`;
    return { url, header };
  }
  if (typeof data === 'string') return { url, header, body: data };
  const asForm = header['content-type'].startsWith('application/x-www-form-urlencoded');
  return { url, header, body: asForm ? pairs() : JSON.stringify(data) };
}

/** dataType json is the default; what does not parse comes back as text, without a failure. */
function decoded(reply: Extract<RequestReply, { body: string }>, options: Options): unknown {
  if ((options.dataType ?? 'json') !== 'json') return reply.body;
  try {
    return JSON.parse(reply.body) as unknown;
  } catch {
    return reply.body;
  }
}
