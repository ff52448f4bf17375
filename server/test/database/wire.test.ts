import { encodeCommand, isOk, MESSAGE_MAX_BYTES, MessageReader, writeReplyHeader } from '../../database/wire';

function message(length: number, fill: number): Buffer {
  const bytes = Buffer.alloc(length, fill);
  bytes.writeInt32LE(length, 0);
  return bytes;
}

function read(chunks: Buffer[]): Buffer[] {
  const reader = new MessageReader();
  const messages: Buffer[] = [];
  for (const chunk of chunks) reader.push(chunk, (whole) => messages.push(whole));
  return messages;
}

const three = [message(16, 1), message(57, 2), message(21, 3)];
const stream = Buffer.concat(three);

describe('MessageReader', () => {
  /** Thousands of splits: asserted as the list of those that went wrong. */
  const goesWrong = (chunks: Buffer[]) => {
    const got = read(chunks);
    return got.length !== three.length || three.some((bytes, i) => !bytes.equals(got[i] ?? Buffer.of()));
  };

  test('gives the same messages wherever the stream is split in two', () => {
    const places = Array.from({ length: stream.length + 1 }, (_, at) => at);
    expect(places.filter((at) => goesWrong([stream.subarray(0, at), stream.subarray(at)]))).toEqual([]);
  });

  test('gives the same messages wherever it is split in three', () => {
    const wrong: string[] = [];
    for (let a = 1; a < stream.length - 1; a++) {
      for (let b = a + 1; b < stream.length; b++) {
        const chunks = [stream.subarray(0, a), stream.subarray(a, b), stream.subarray(b)];
        if (goesWrong(chunks)) wrong.push(`${a},${b}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('gives the same messages byte by byte', () => {
    expect(read([...stream].map((byte) => Buffer.of(byte)))).toEqual(three);
  });

  test('does not copy a message that came whole', () => {
    const [whole] = read([three[1] as Buffer]);
    expect(whole).toBe(three[1]);
    const [, second] = read([stream]);
    expect(second?.buffer).toBe(stream.buffer);
  });

  test('says nothing about a message that is not all here', () => {
    expect(read([message(100, 1).subarray(0, 99)])).toEqual([]);
  });

  test.each([
    ['below a header', 15],
    ['zero', 0],
    ['negative', -1],
    ['one above the limit', MESSAGE_MAX_BYTES + 1],
    ['the largest int', 0x7fffffff],
  ])('refuses a length that is %s', (_, length) => {
    const head = Buffer.alloc(16);
    head.writeInt32LE(length, 0);
    expect(() => read([head])).toThrow(RangeError);
    // Also where the length itself arrives in pieces.
    expect(() => read([head.subarray(0, 2), head.subarray(2)])).toThrow(RangeError);
  });

  test('takes a message of exactly the limit', () => {
    const large = message(MESSAGE_MAX_BYTES, 7);
    const [whole] = read([large.subarray(0, 65_536), large.subarray(65_536)]);
    expect(whole?.length).toBe(MESSAGE_MAX_BYTES);
  });
});

describe('writeReplyHeader', () => {
  const response = Buffer.from('0500000000', 'hex'); // the empty document

  test('OP_MSG', () => {
    const target = Buffer.alloc(21, 0xff);
    writeReplyHeader(target, { requestId: 7, legacy: false, response }, 9);
    expect(target.toString('hex')).toBe('1a0000000900000007000000dd0700000000000000');
  });

  test('OP_REPLY to an OP_QUERY', () => {
    const target = Buffer.alloc(36, 0xff);
    writeReplyHeader(target, { requestId: 7, legacy: true, response }, 9);
    const header = '29000000090000000700000001000000';
    expect(target.toString('hex')).toBe(`${header}${'00'.repeat(16)}01000000`);
  });
});

test('encodeCommand writes an OP_MSG the server understands', () => {
  expect(encodeCommand(3, { ping: 1, $db: 'admin' }).toString('hex')).toBe(
    '33000000' + // 51 bytes
      '03000000' + // request id
      '00000000' + // answers nothing
      'dd070000' + // OP_MSG
      '00000000' + // flags
      '00' + // section: body
      '1e000000' + // document of 30 bytes
      '1070696e670001000000' + // int32 ping: 1
      '02246462000600000061646d696e00' + // string $db: "admin"
      '00',
  );
});

test('isOk tells a success from a failure', () => {
  const ok = (value: string) => Buffer.from(`11000000016f6b00${value}00`, 'hex');
  expect(isOk(ok('000000000000f03f'))).toBe(true);
  expect(isOk(ok('0000000000000000'))).toBe(false);
});
