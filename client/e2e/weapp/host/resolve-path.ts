/** `wanted`, as a file at `from` writes it, from the root of the package; no leading slash. */
export function resolvePath(wanted: string, from: string): string {
  const parts = wanted.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of wanted.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
