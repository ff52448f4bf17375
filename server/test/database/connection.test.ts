import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../../database/connection';
import { MessageReader } from '../../database/wire';

const folder = mkdtempSync(path.join(tmpdir(), 'xiangyue-connection-'));
const problems: Error[] = [];
const answered: number[] = [];
let serverSide: Connection;

/** An engine that answers each message with its own bytes, the later ones sooner. */
async function echo(message: Buffer) {
  const requestId = message.readInt32LE(4);
  await sleep(Math.max(0, 10 - requestId));
  answered.push(requestId);
  return { requestId, moreToCome: requestId === 99, legacy: false, response: Buffer.from(message) };
}

const server = net.createServer((socket) => {
  serverSide = new Connection(socket, echo, (error) => problems.push(error));
});

beforeAll(async () => {
  server.listen(path.join(folder, 'x.sock'));
  await once(server, 'listening');
});

afterAll(async () => {
  server.close();
  await once(server, 'close');
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  answered.length = 0;
});

function request(id: number, length = 40): Buffer {
  const bytes = Buffer.alloc(length, id);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(id, 4);
  return bytes;
}

async function connect() {
  const socket = net.connect(path.join(folder, 'x.sock'));
  const reader = new MessageReader();
  const replies: Buffer[] = [];
  socket.on('data', (chunk) => reader.push(chunk, (reply) => replies.push(reply)));
  await once(socket, 'connect');
  const receive = async (count: number) => {
    while (replies.length < count) await once(socket, 'data');
    return replies.map((reply) => ({ to: reply.readInt32LE(8), body: reply.subarray(21) }));
  };
  return { socket, receive };
}

test('answers in the order asked, also requests that come at once', async () => {
  const { socket, receive } = await connect();
  const requests = Array.from({ length: 40 }, (_, i) => request(i));
  socket.write(Buffer.concat(requests));
  expect(await receive(40)).toEqual(requests.map((body, to) => ({ to, body })));
  socket.destroy();
});

test('answers a request that comes in pieces', async () => {
  const { socket, receive } = await connect();
  const body = request(5);
  for (const at of [0, 3, 20]) {
    socket.write(body.subarray(at, at === 0 ? 3 : at === 3 ? 20 : 40));
    await sleep(5);
  }
  expect(await receive(1)).toEqual([{ to: 5, body }]);
  socket.destroy();
});

test('sends a large reply whole to a slow reader', async () => {
  const { socket, receive } = await connect();
  const body = request(6, 5_000_000);
  socket.write(body);
  socket.pause();
  await sleep(100);
  socket.resume();
  const [reply] = await receive(1);
  expect(reply?.body.equals(body)).toBe(true);
  socket.destroy();
});

test('sends nothing where no reply is wanted', async () => {
  const { socket, receive } = await connect();
  socket.write(Buffer.concat([request(99), request(1)]));
  expect(await receive(1)).toEqual([{ to: 1, body: request(1) }]);
  socket.destroy();
});

test('drain answers what was received and hangs up', async () => {
  const { socket, receive } = await connect();
  socket.write(request(1));
  while (problems.length === 0 && socket.bytesWritten < 40) await sleep(1);
  await sleep(2);
  await serverSide.drain();
  expect(await receive(1)).toEqual([{ to: 1, body: request(1) }]);
  await once(socket, 'end');
});

test('hangs up on a length out of range and says why', async () => {
  const { socket } = await connect();
  socket.write(Buffer.alloc(16));
  await once(socket, 'close');
  expect(problems.map((error) => error.message)).toEqual(['message length 0 is outside 16..48000000']);
  expect(answered).toEqual([]);
});
