import { chooseMirror, isNewEnough, parseOsRelease } from '../../database/glibc';

test.each([
  ['2.36', false],
  ['2.37', false],
  ['2.38', true],
  ['2.41', true],
  ['3.0', true],
  ['2.4', false],
])('glibc %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

test('parseOsRelease reads quoted and plain values', () => {
  const text = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n# note\nVERSION_CODENAME=bookworm\n';
  expect(parseOsRelease(text)).toEqual({
    PRETTY_NAME: 'Debian GNU/Linux 12 (bookworm)',
    ID: 'debian',
    VERSION_CODENAME: 'bookworm',
  });
});

const line = (base: string, suite: string) => `'${base}dists/${suite}/InRelease' some_file_name 0 `;
const debian = 'http://deb.example/debian/';
const vendor = 'https://vendor.example/linux/debian/';
const security = line('http://deb.example/debian-security/', 'bookworm-security');

test.each([
  ['the release among its sources', [security, line(debian, 'bookworm-updates'), line(debian, 'bookworm')], debian],
  ['the first of two mirrors', [line(debian, 'bookworm'), line('http://b.example/debian/', 'bookworm')], debian],
  [
    'a vendor with the same code name first',
    [line(vendor, 'bookworm'), line(debian, 'bookworm'), line(debian, 'bookworm-updates')],
    debian,
  ],
  [
    'a list of mirrors',
    [line('mirror+file:/etc/apt/mirrors/debian.list/', 'bookworm')],
    'mirror+file:/etc/apt/mirrors/debian.list/',
  ],
  ['only another release', [line(debian, 'trixie'), security], undefined],
  ['only index files', ["'http://deb.example/debian/dists/bookworm/main/binary-amd64/Packages.xz' x 0 "], undefined],
  ['nothing', [], undefined],
])('chooseMirror: %s', (_, lines, expected) => {
  expect(chooseMirror(lines.join('\n'), 'bookworm')).toBe(expected);
});
