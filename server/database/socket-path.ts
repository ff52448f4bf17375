import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** sun_path holds 108 bytes with its ending zero on Linux, 104 on macOS: the smaller one serves both. */
const SOCKET_PATH_MAX_BYTES = 103;

const fits = (socket: string) => Buffer.byteLength(socket) <= SOCKET_PATH_MAX_BYTES;

const keyOf = (dir: string) => createHash('sha256').update(path.resolve(dir)).digest('hex').slice(0, 16);

/** For data folders with a long path. `/tmp` where even the system's temporary folder is too deep. */
function shortFolder(dir: string): string {
  const name = `xiangyue-${keyOf(dir)}`;
  const folder = path.join(tmpdir(), name);
  return fits(path.join(folder, 'mongo.sock')) ? folder : path.join('/tmp', name);
}

/**
 * The socket of a data folder, a pure function of the folder: whoever opens the same folder arrives at the same socket.
 * In the folder itself while its path is short enough, else under the system's temporary folder.
 * The name ends in .sock because the driver takes no other.
 */
export function socketPathFor(dir: string, socketDir?: string): string {
  // A socket folder may serve several data folders, so there the name carries the folder's key.
  const wanted =
    socketDir === undefined ? path.resolve(dir, 'mongo.sock') : path.resolve(socketDir, `${keyOf(dir)}.sock`);
  return fits(wanted) ? wanted : path.join(shortFolder(dir), 'mongo.sock');
}

/** Removes what makeSocketFolder made under the temporary folder; elsewhere the folder is not ours. */
export function removeShortFolder(dir: string): void {
  rmSync(shortFolder(dir), { recursive: true, force: true });
}

/**
 * Makes the socket's folder, for its owner only. Under a shared temporary folder the name can be guessed, so a folder
 * that somebody else made there first is refused: whoever owns it could put a server of their own behind the socket.
 */
export function makeSocketFolder(socket: string): void {
  const folder = path.dirname(socket);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`the socket folder belongs to somebody else: ${folder}`);
  }
}
