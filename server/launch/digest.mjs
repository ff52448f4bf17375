import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const NOT_SOURCE = new Set(['node_modules', 'dist', '.cache', '.swc']);

/** One digest of files and folders below the project: the same for the same content, whatever the clock says. */
export function digestOf(places, root = ROOT) {
  const hash = createHash('sha256');
  for (const place of places) add(hash, root, place);
  return hash.digest('hex');
}

function add(hash, root, place) {
  const path = join(root, place);
  if (!existsSync(path)) return; // what is not there is not in the digest, and changes it when it comes
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) if (!NOT_SOURCE.has(name)) add(hash, root, join(place, name));
    return;
  }
  const content = readFileSync(path);
  hash.update(`${place}\0${content.length}\0`).update(content);
}
