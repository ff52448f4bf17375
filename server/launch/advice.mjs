/** Causes that look the same in anybody's output, and what to do about them. The first that fits is the one to say. */
const KNOWN = [
  [/ENOSPC|No space left/i, '磁盘满了：请腾出至少 3 GB 空间再试。'],
  [/EBADENGINE/, 'Node 的版本不合要求：请安装 Node 20.19 或更新的版本再试。'],
  [/EACCES|EPERM|Permission denied/i, '没有写入的权限：请检查项目文件夹的所有者再试。'],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|Could not resolve|Could not connect|Temporary failure resolving/i,
    '连不上网络：请检查网络、代理或软件源的设置再试。',
  ],
  [/\bE404\b|ETARGET|Unable to locate package/, '软件源里没有需要的版本：请换一个完整的软件源再试。'],
];

/** @returns one Chinese sentence, or undefined when the cause is not a known one */
export function adviceFor(output) {
  return KNOWN.find(([pattern]) => pattern.test(output))?.[1];
}
