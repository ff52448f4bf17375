/** Personal numbers at rest: sealed anew each time, opened only by a key that is configured, found by one hash. */
import { randomBytes } from 'node:crypto';
import { readConfig } from '../../src/platform/config/config';
import { Sealing } from '../../src/platform/sealing/sealing';

const NEW_KEY = randomBytes(32).toString('base64');
const OLD_KEY = randomBytes(32).toString('base64');
const PRODUCTION = { MONGODB_URI: 'mongodb://localhost', XIANGYUE_MODE: 'production', FILES_KEY: 'f'.repeat(32) };

function sealingWith(...keys: string[]): Sealing {
  const config = readConfig({ ...PRODUCTION, PERSONAL_DATA_KEY: keys.join(',') });
  const sealing = new Sealing();
  Object.assign(sealing, { config });
  sealing.init();
  return sealing;
}

test('what is sealed is opened again, and never looks the same', () => {
  const sealing = sealingWith(NEW_KEY);
  const first = sealing.seal('11010519491231002X');
  const second = sealing.seal('11010519491231002X');
  expect(first).not.toBe(second);
  expect(first).toMatch(/^[\w-]{8}\.[\w-]{62}$/);
  expect(first).not.toContain('110105');
  expect([sealing.open(first), sealing.open(second)]).toEqual(['11010519491231002X', '11010519491231002X']);
  expect(sealing.open(sealing.seal('冉桂兰'))).toBe('冉桂兰');
});

test('what was changed, or sealed under an unknown key, is not opened', () => {
  const sealing = sealingWith(NEW_KEY);
  const sealed = sealing.seal('13812345678');
  const last = sealed.at(-1) === 'A' ? 'Q' : 'A';
  expect(() => sealing.open(`${sealed.slice(0, -1)}${last}`)).toThrow();
  expect(() => sealing.open(sealed.slice(0, 20))).toThrow();
  expect(() => sealingWith(OLD_KEY).open(sealed)).toThrow('no key');
});

test('a new key in front: the old one still opens, and what was indexed is still found', () => {
  const before = sealingWith(OLD_KEY);
  const after = sealingWith(NEW_KEY, OLD_KEY);
  const sealed = before.seal('13812345678');
  expect(after.open(sealed)).toBe('13812345678');
  expect(after.seal('13812345678').split('.')[0]).not.toBe(sealed.split('.')[0]);
  expect(after.index('13812345678')).toBe(before.index('13812345678'));
});

test('the index is the same for the same text and depends on the key', () => {
  const sealing = sealingWith(NEW_KEY);
  expect(sealing.index('13812345678')).toMatch(/^[\w-]{43}$/);
  expect(sealing.index('13812345678')).toBe(sealing.index('13812345678'));
  expect(sealing.index('13812345678')).not.toBe(sealing.index('13812345679'));
  expect(sealing.index('13812345678')).not.toBe(sealingWith(OLD_KEY).index('13812345678'));
});

test.each([
  ['missing', undefined],
  ['short', randomBytes(31).toString('base64')],
  ['no base64', '密'.repeat(44)],
  ['short beside a good one', `${NEW_KEY},abc`],
])('production does not start with a key that is %s, and says how to make one', (_what, key) => {
  expect(() => readConfig({ ...PRODUCTION, ...(key !== undefined && { PERSONAL_DATA_KEY: key }) })).toThrow(
    'PERSONAL_DATA_KEY：正式运行必须填写，用来保管身份证号和手机号；可用 openssl rand -base64 32 生成',
  );
});

test('the demo needs none', () => {
  expect(readConfig({ ...PRODUCTION, XIANGYUE_MODE: 'demo' }).PERSONAL_DATA_KEY).toHaveLength(1);
});
