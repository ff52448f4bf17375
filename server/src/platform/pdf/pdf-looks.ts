/** How a PDF looks: an A4 sheet to be printed, read at arm's length and copied once more. Lengths in points, 1/72 inch. */
import type { PdfWeight } from './pdf-fonts';

export const MARGIN_PT = 64;
/** The foot stands in the margin. */
export const FOOT_FROM_BOTTOM_PT = 44;

export const INK = '#2A2622';
export const INDIGO = '#1F4E5F';
export const MADDER = '#B23A2E';
const QUIET = '#5E564D';
const OCHRE = '#7A5200';

export interface Look {
  readonly weight: PdfWeight;
  readonly sizePt: number;
  readonly colour: string;
  readonly align: 'left' | 'center';
  /** Between the lines, and before and after the whole. */
  readonly leadingPt: number;
  readonly beforePt: number;
  readonly afterPt: number;
  /** The first line starts so many characters in. */
  readonly indentCharacters: number;
  /** It moves to the next page when less than this is left below it: a heading does not stand alone at a page's end. */
  readonly roomPt: number;
}

const TEXT: Look = {
  weight: 'regular',
  sizePt: 12,
  colour: INK,
  align: 'left',
  leadingPt: 6,
  beforePt: 0,
  afterPt: 2,
  indentCharacters: 2,
  roomPt: 40,
};
const NOTE: Look = { ...TEXT, sizePt: 10, colour: QUIET, leadingPt: 4, indentCharacters: 0, roomPt: 28 };

/** What a paragraph can be. */
export const LOOKS = {
  title: { ...TEXT, weight: 'bold', sizePt: 24, align: 'center', indentCharacters: 0, afterPt: 8 },
  subtitle: { ...NOTE, sizePt: 11, align: 'center' },
  /** Says what the whole is not: an example, not yet in force. */
  mark: { ...NOTE, weight: 'bold', sizePt: 11, colour: OCHRE, align: 'center' },
  heading: { ...TEXT, weight: 'bold', sizePt: 13, indentCharacters: 0, beforePt: 14, roomPt: 70 },
  text: TEXT,
  note: NOTE,
  foot: { ...NOTE, sizePt: 9, align: 'center' },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;
