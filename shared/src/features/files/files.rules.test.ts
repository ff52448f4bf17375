import { attachRefusal, linkExpiryS, linkText, photoKindOf } from './files.rules';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['a JPEG', '\xff\xd8\xff\xe1..Exif', 'jpeg'],
  ['a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png'],
  ['a PNG spoilt by a transfer as text', '\x89PNG\n\x1a\n\0\0\0\rIHDR', undefined],
  ['a WebP', 'RIFF\x24\0\0\0WEBPVP8 ', 'webp'],
  ['a sound in the same container', 'RIFF\x24\0\0\0WAVEfmt ', undefined],
  ['an iPhone’s picture', '\0\0\0\x18ftypheic\0\0\0\0', 'heic'],
  ['a film', '\0\0\0\x18ftypisom\0\0\0\0', undefined],
  ['a GIF', 'GIF89a\x01\0\x01\0', undefined],
  ['an SVG', '<svg xmlns="http:', undefined],
  ['two bytes of a JPEG', '\xff\xd8', undefined],
  ['nothing', '', undefined],
])('%s', (_what, head, kind) => {
  expect(photoKindOf(bytes(head))).toBe(kind);
});

const claim = { kind: 'points.claim', id: 'c1' };
test.each([
  ['a waiting file of mine', { ownerId: 'me', attachedTo: null }, null],
  ['one that is there already', { ownerId: 'me', attachedTo: { kind: 'points.claim', id: 'c1' } }, null],
  [
    'one of another claim',
    { ownerId: 'me', attachedTo: { kind: 'points.claim', id: 'c2' } },
    'files.attachedElsewhere',
  ],
  [
    'one of another kind of thing with the same id',
    { ownerId: 'me', attachedTo: { kind: 'legal.question', id: 'c1' } },
    'files.attachedElsewhere',
  ],
  ['someone else’s', { ownerId: 'you', attachedTo: null }, 'files.unknown'],
  ['none', undefined, 'files.unknown'],
])('attaching %s', (_what, file, refusal) => {
  expect(attachRefusal(file, claim, 'me')).toBe(refusal);
});

test.each([
  ['at the start of a step', '2026-11-24T08:00:00Z', '2026-11-24T08:15:00Z'],
  ['at its end: the same link', '2026-11-24T08:04:59.999Z', '2026-11-24T08:15:00Z'],
  ['in the next', '2026-11-24T08:05:00Z', '2026-11-24T08:20:00Z'],
])('a link made %s', (_when, now, expires) => {
  expect(linkExpiryS(Date.parse(now)) * 1000).toBe(Date.parse(expires));
});

test('what is signed tells id, variant and time apart', () => {
  expect(linkText('f1', 'thumbnail', 1_764_000_000)).toBe('xiangyue file link 1\nf1\nthumbnail\n1764000000');
});
