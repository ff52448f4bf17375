/**
 * MongoDB's wire protocol, as far as a listener in front of the engine needs it: cutting a byte stream into messages and
 * putting a header on a reply. https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 */

const OP_REPLY = 1;
const OP_MSG = 2013;
const MESSAGE_HEADER_BYTES = 16;
const OP_MSG_HEADER_BYTES = MESSAGE_HEADER_BYTES + 4 + 1;
const OP_REPLY_HEADER_BYTES = MESSAGE_HEADER_BYTES + 20;

/** The server's own limit: maxMessageSizeBytes of hello. */
export const MESSAGE_MAX_BYTES = 48_000_000;

/** Cuts a stream into messages. A message that came in one chunk is a view on it; only a split one is copied, once. */
export class MessageReader {
  private parts: Buffer[] = [];
  private haveBytes = 0;
  /** Length of the message at the front; 0 while its first four bytes are not all here. */
  private needBytes = 0;

  /** Calls `take` for each message now complete, in order. Throws on a length no driver sends: the stream is lost. */
  push(chunk: Buffer, take: (message: Buffer) => void): void {
    if (this.haveBytes === 0) {
      this.cut(chunk, take);
      return;
    }
    this.parts.push(chunk);
    this.haveBytes += chunk.length;
    // Joined only when the message is whole, or for the few bytes of a split length: each byte is copied once.
    if (this.needBytes === 0 ? this.haveBytes < 4 : this.haveBytes < this.needBytes) return;
    this.cut(this.join(), take);
  }

  private join(): Buffer {
    const all = Buffer.concat(this.parts, this.haveBytes);
    this.parts = [];
    this.haveBytes = 0;
    return all;
  }

  private cut(bytes: Buffer, take: (message: Buffer) => void): void {
    let at = 0;
    this.needBytes = 0;
    while (bytes.length - at >= 4) {
      const length = bytes.readInt32LE(at);
      if (length < MESSAGE_HEADER_BYTES || length > MESSAGE_MAX_BYTES) {
        throw new RangeError(`message length ${length} is outside ${MESSAGE_HEADER_BYTES}..${MESSAGE_MAX_BYTES}`);
      }
      if (bytes.length - at < length) {
        this.needBytes = length;
        break;
      }
      take(at === 0 && bytes.length === length ? bytes : bytes.subarray(at, at + length));
      at += length;
    }
    if (at < bytes.length) {
      this.parts = [at === 0 ? bytes : bytes.subarray(at)];
      this.haveBytes = bytes.length - at;
    }
  }
}

export interface Reply {
  /** The id of the request this answers. */
  requestId: number;
  /** The request was an OP_QUERY (a driver's first hello), so the reply is an OP_REPLY. */
  legacy: boolean;
  /** The BSON document. */
  response: Buffer;
}

export function replyHeaderBytes(reply: Reply): number {
  return reply.legacy ? OP_REPLY_HEADER_BYTES : OP_MSG_HEADER_BYTES;
}

/** Writes the reply's header at the start of `target`, which has at least `replyHeaderBytes(reply)` bytes. */
export function writeReplyHeader(target: Buffer, reply: Reply, replyId: number): void {
  target.writeInt32LE(replyHeaderBytes(reply) + reply.response.length, 0);
  target.writeInt32LE(replyId, 4);
  target.writeInt32LE(reply.requestId, 8);
  if (reply.legacy) {
    target.writeInt32LE(OP_REPLY, 12);
    target.fill(0, 16, 32); // flags, cursor id, starting from
    target.writeInt32LE(1, 32); // one document
  } else {
    target.writeInt32LE(OP_MSG, 12);
    target.writeUInt32LE(0, 16); // flags
    target.writeUInt8(0, 20); // section kind 0: the body
  }
}

/**
 * An OP_MSG command of plain int and string fields: enough to set a parameter before anyone connects, without loading
 * the driver into the engine's process.
 */
export function encodeCommand(requestId: number, fields: Record<string, number | string>): Buffer {
  const elements = Object.entries(fields).map(([name, value]) => {
    const key = Buffer.from(`${name}\0`);
    if (typeof value === 'number') {
      const int = Buffer.alloc(4);
      int.writeInt32LE(value);
      return Buffer.concat([Buffer.of(0x10), key, int]);
    }
    const text = Buffer.from(`${value}\0`);
    const length = Buffer.alloc(4);
    length.writeInt32LE(text.length);
    return Buffer.concat([Buffer.of(0x02), key, length, text]);
  });
  const body = Buffer.concat([Buffer.alloc(4), ...elements, Buffer.of(0)]);
  body.writeInt32LE(body.length);
  const header = Buffer.alloc(OP_MSG_HEADER_BYTES);
  header.writeInt32LE(header.length + body.length, 0);
  header.writeInt32LE(requestId, 4);
  header.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([header, body]);
}

/** Whether a reply's document says ok: 1.0. */
export function isOk(response: Buffer): boolean {
  const okIsOne = Buffer.from([0x01, 0x6f, 0x6b, 0x00, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]); // double "ok" 1.0
  return response.includes(okIsOne);
}
