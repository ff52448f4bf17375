/** The two weights of Noto Sans (思源黑体, OFL 1.1) in which PDFs are set: 30,789 characters, those of rare surnames too. */
import { dirname, join } from 'node:path';
import { type Font, openSync } from 'fontkit';

const FOLDER = join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts');
const FILES = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' } as const;

export type PdfWeight = keyof typeof FILES;

const opened = new Map<PdfWeight, Font>();

/** Read when the first PDF is made, and kept: what was once looked up in a font halves the work of the next PDF. */
export function fontOf(weight: PdfWeight): Font {
  const font = opened.get(weight) ?? openFont(weight);
  opened.set(weight, font);
  return font;
}

function openFont(weight: PdfWeight): Font {
  const font = openSync(join(FOLDER, FILES[weight]));
  if (!('layout' in font)) throw new Error(`${FILES[weight]} is a collection, not a font`);
  return font;
}
