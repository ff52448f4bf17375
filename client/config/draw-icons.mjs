/** Draws the mini-program's tab icons: `npm run icons`. WeChat takes PNG only, 81 × 81; the sources are src/assets/tab/*.svg. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const folder = fileURLToPath(new URL('../src/assets/tab/', import.meta.url));
const SIZE_PX = 81;
/** Beside each other in the tab bar: ink-2 at rest, indigo and a little stronger when chosen (src/ui/tokens.scss). */
const looks = [
  { suffix: '', stroke: '#5E564D', width: 1.75 },
  { suffix: '-on', stroke: '#1F4E5F', width: 2.25 },
];

for (const file of (await readdir(folder)).filter((name) => name.endsWith('.svg'))) {
  const source = await readFile(folder + file, 'utf8');
  for (const { suffix, stroke, width } of looks) {
    const drawn = source
      .replace('stroke="#000"', `stroke="${stroke}"`)
      .replace('stroke-width="1.75"', `stroke-width="${width}"`);
    await sharp(Buffer.from(drawn), { density: 72 * 8 })
      .resize(SIZE_PX, SIZE_PX)
      .png({ palette: true })
      .toFile(folder + file.replace('.svg', `${suffix}.png`));
  }
}
