/** Where pictures of a run are kept: `artifacts/` at the root, ignored by git, kept by CI. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(__dirname, '..', '..', 'artifacts');

/** Path for one file; its folder exists afterwards. */
export function artifactPath(platform: string, file: string): string {
  const folder = path.join(FOLDER, platform);
  mkdirSync(folder, { recursive: true });
  return path.join(folder, file);
}
