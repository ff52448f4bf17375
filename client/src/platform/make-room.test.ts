import { makeRoom, type SavedEntry, utf8Bytes } from './make-room';

const entry = (key: string, bytes: number, savedAtMs: number): SavedEntry => ({ key, bytes, savedAtMs });
const a = entry('a', 40, 1);
const b = entry('b', 30, 2);
const c = entry('c', 20, 3);

test.each([
  ['the first one', [], entry('a', 100, 1), { fits: true, keep: ['a'], drop: [] }],
  ['one that fits beside the others', [a, b], entry('c', 30, 3), { fits: true, keep: ['a', 'b', 'c'], drop: [] }],
  ['one byte too many: the oldest goes', [a, b], entry('c', 31, 3), { fits: true, keep: ['b', 'c'], drop: ['a'] }],
  [
    'the oldest by time, not by place',
    [c, b, a],
    entry('d', 20, 4),
    { fits: true, keep: ['b', 'c', 'd'], drop: ['a'] },
  ],
  ['as many as needed, oldest first', [a, b, c], entry('d', 90, 4), { fits: true, keep: ['d'], drop: ['a', 'b', 'c'] }],
  ['a newer version is not counted twice', [a, b], entry('a', 70, 5), { fits: true, keep: ['b', 'a'], drop: [] }],
  ['exactly the limit of one', [], entry('a', 95, 1), { fits: true, keep: ['a'], drop: [] }],
  ['too large to keep: nothing else goes', [a, b], entry('c', 101, 3), { fits: false, keep: ['a', 'b'], drop: [] }],
  ['too large now: its older version goes too', [a, b], entry('a', 101, 5), { fits: false, keep: ['b'], drop: ['a'] }],
])('%s', (_, entries, incoming, room) => {
  const made = makeRoom(entries, incoming, 100, 100);
  expect({ ...made, keep: made.keep.map(({ key }) => key) }).toEqual(room);
});

test('what is kept never exceeds the limit, whatever comes', () => {
  let entries: readonly SavedEntry[] = [];
  for (let i = 0; i < 500; i++) {
    // Sizes that jump about without randomness.
    const room = makeRoom(entries, entry(`key ${i % 37}`, (i * 7919) % 120, i), 300, 100);
    entries = room.keep;
    expect(entries.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(300);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  }
});

test.each(['', 'abc', '村规民约', 'é', '第3条：门前三包', '𠮷', 'a𠮷b'])('%j has the bytes of its UTF-8', (text) => {
  expect(utf8Bytes(text)).toBe(Buffer.byteLength(text));
});
