/** Carries the mini-program's requests to the real service. */
import type { RequestMessage, RequestReply } from './protocol';

export interface SentRequest {
  method: string;
  /** Path with query, as the service saw it. */
  path: string;
  /** 0 when there was no answer. */
  statusCode: number;
}

export class Requests {
  readonly sent: SentRequest[] = [];
  private readonly running = new Map<number, AbortController>();
  private origin: string | undefined;

  /**
   * The build names its own API address; the journey's service listens elsewhere. All requests must go to one origin,
   * as WeChat's list of allowed domains would have it, and go to `apiBase` in its place.
   */
  constructor(
    private readonly apiBase: string,
    private readonly refuse: (message: string) => void,
  ) {}

  async send(message: RequestMessage): Promise<RequestReply> {
    const wanted = new URL(message.url);
    this.origin ??= wanted.origin;
    if (wanted.origin !== this.origin) {
      this.refuse(`${message.url}: a second origin, the first was ${this.origin}`);
      return { failure: 'url not in domain list' };
    }
    const log: SentRequest = { method: message.method, path: wanted.pathname + wanted.search, statusCode: 0 };
    this.sent.push(log);
    const controller = new AbortController();
    this.running.set(message.id, controller);
    try {
      const response = await fetch(this.apiBase + log.path, {
        method: message.method,
        headers: { ...message.header, referer: 'https://servicewechat.com/touristappid/devtools/page-frame.html' },
        body: message.body ?? null,
        signal: AbortSignal.any([controller.signal, AbortSignal.timeout(message.timeoutMs)]),
      });
      log.statusCode = response.status;
      const body = await response.text();
      return {
        statusCode: response.status,
        header: Object.fromEntries(response.headers),
        cookies: response.headers.getSetCookie(),
        body,
      };
    } catch (fault) {
      if (controller.signal.aborted) return { failure: 'abort' };
      if (fault instanceof Error && fault.name === 'TimeoutError') return { failure: 'timeout' };
      // The server went away: what a phone sees as a failed connection. The reason stays visible in errMsg.
      return {
        failure: `net::ERR_CONNECTION_FAILED ${fault instanceof Error ? (fault.cause ?? fault.message) : fault}`,
      };
    } finally {
      this.running.delete(message.id);
    }
  }

  abort(id: number): void {
    this.running.get(id)?.abort();
  }
}
