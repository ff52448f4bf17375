import { tmpdir } from 'node:os';
import path from 'node:path';
import { socketPathFor } from '../../database/socket-path';

const deep = `/srv/${'d'.repeat(90)}`;

test.each([
  ['in the data folder', '/srv/db', undefined, '/srv/db/mongo.sock'],
  ['at exactly 103 bytes', `/srv/${'d'.repeat(87)}`, undefined, `/srv/${'d'.repeat(87)}/mongo.sock`],
  ['in a folder of sockets, named by the data folder', '/srv/db', '/run/x', '/run/x/109c2225aec2fb17.sock'],
])('the socket is %s', (_, dir, socketDir, expected) => {
  expect(socketPathFor(dir, socketDir)).toBe(expected);
});

test.each([
  ['104 bytes', `/srv/${'d'.repeat(88)}`, undefined],
  ['few characters but many bytes', `/srv/${'村'.repeat(40)}`, undefined],
  ['a socket folder that is too long', '/srv/db', deep],
])('falls back to a short path: %s', (_, dir, socketDir) => {
  const socket = socketPathFor(dir, socketDir);
  expect(Buffer.byteLength(socket)).toBeLessThan(104);
  expect(path.dirname(path.dirname(socket))).toBe(tmpdir());
  expect(path.basename(socket)).toBe('mongo.sock');
});

test('two folders never share a socket, one folder always has the same', () => {
  expect(socketPathFor(`${deep}1`)).not.toBe(socketPathFor(`${deep}2`));
  expect(socketPathFor(`${deep}1`)).toBe(socketPathFor(`${deep}1/`));
  expect(socketPathFor('/a', '/run')).not.toBe(socketPathFor('/b', '/run'));
});
