/** The port of the service: free, or who has it. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import net from 'node:net';
import process from 'node:process';
import { Stop } from './steps.mjs';

const ASK_MS = 1_000;
const LISTENING = '0A';

/** Refuses when somebody already listens on the port, or this user may not. */
export async function requireFreePort(port, host = '127.0.0.1') {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Stop('PORT 应是 1 到 65535 之间的数。');
  // Both: on macOS one may listen on 127.0.0.1 while another has the port on every address.
  const problem = (await answers(port, host)) ? 'EADDRINUSE' : await whyNotListen(port, host);
  if (problem === 'EACCES') throw new Stop(`没有使用端口 ${port} 的权限。请换一个大于 1024 的：PORT=7002 npm start`);
  if (problem !== undefined) throw new Stop(portSentence(port, portHolder(port)));
}

export function portSentence(port, holder) {
  const by = holder === undefined ? '' : `（进程 ${holder.pid}，${holder.name}）`;
  const other = port === 7001 ? 7002 : 7001;
  return `端口 ${port} 已被占用${by}。请停掉占用它的程序，或换一个端口：PORT=${other} npm start`;
}

function answers(port, host) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host, timeout: ASK_MS });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(true)); // somebody is there, too busy to answer
    socket.once('error', () => end(false));
  });
}

function whyNotListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', ({ code }) => resolve(code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** The process that listens on the port, where the system tells us cheaply: our own processes, or all of them for root. */
export function portHolder(port) {
  return process.platform === 'linux' ? linuxHolder(port) : lsofHolder(port);
}

function linuxHolder(port) {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    listeningInodes(readFileSync(table, 'utf8'), hexPort),
  );
  const wanted = new Set(inodes.map((inode) => `socket:[${inode}]`));
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const files = readdirSync(`/proc/${pid}/fd`);
      if (files.some((fd) => wanted.has(linkOf(`/proc/${pid}/fd/${fd}`))))
        return { pid: Number(pid), name: readFileSync(`/proc/${pid}/comm`, 'utf8').trim() };
    } catch (error) {
      if (!['EACCES', 'ENOENT', 'ESRCH'].includes(error.code)) throw error; // another user's, or gone meanwhile
    }
  }
  return undefined;
}

/** From the kernel's table of TCP sockets: `sl local_address rem_address st … inode`. */
export function listeningInodes(table, hexPort) {
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === LISTENING && local?.endsWith(`:${hexPort}`))
    .map((columns) => columns[9]);
}

function linkOf(path) {
  try {
    return readlinkSync(path);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined; // closed meanwhile
    throw error;
  }
}

function lsofHolder(port) {
  try {
    const found = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], { encoding: 'utf8' });
    const [, pid, name] = /^p(\d+)\nc(.*)/.exec(found) ?? [];
    return pid === undefined ? undefined : { pid: Number(pid), name };
  } catch (error) {
    if (error.code === 'ENOENT' || error.status === 1) return undefined; // no lsof, or nothing it may see
    throw error;
  }
}
