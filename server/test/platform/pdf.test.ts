/** PDFs with Chinese text: what can be read in them, their pages, and that the same content is the same file. */
import { inflateSync } from 'node:zlib';
import { type PdfBlock, writePdf } from '../../src/platform/pdf/write-pdf';

const ABOUT = { title: '村规民约', foot: '山羊村', createdAt: new Date('2026-03-01T00:00:00Z') };
/** A rare surname's character, a full-width bracket, a digit: all have to be in the font. */
const LINE = '第一，办红白喜事的，（提前 5 天）告诉贠龑：不攀比！';

test('holds the text itself, which can be searched and copied, and of the fonts only what it needs', async () => {
  const pdf = await writePdf(ABOUT, [{ look: 'title', text: '村规' }, 'lozenges', { look: 'text', text: LINE }]);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const known = charactersIn(pdf);
  expect([...LINE].filter((character) => !known.has(character))).toEqual([]);
  expect(
    pdf
      .toString('latin1')
      .match(/\/BaseFont \/[A-Z]{6}\+[\w-]+/g)
      ?.map((name) => name.slice(18)),
  ).toEqual(expect.arrayContaining(['NotoSansHans-Bold', 'NotoSansHans-Regular']));
  expect(pdf.length).toBeLessThan(100_000);
});

test('the same content is the same file', async () => {
  const blocks: PdfBlock[] = [{ look: 'text', text: LINE }];
  expect((await writePdf(ABOUT, blocks)).equals(await writePdf(ABOUT, blocks))).toBe(true);
});

test.each([
  { paragraphs: 1, pages: 1 },
  { paragraphs: 60, pages: 7 },
])('$paragraphs paragraphs of four lines take $pages pages', async ({ paragraphs, pages }) => {
  const text = LINE.repeat(4);
  const pdf = await writePdf(
    ABOUT,
    Array.from({ length: paragraphs }, () => ({ look: 'text', text }) as const),
  );
  expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(pages);
});

/** The characters that the fonts' tables give back to whoever copies text. */
function charactersIn(pdf: Buffer): Set<string> {
  const found = new Set<string>();
  for (const [, stream] of pdf
    .toString('latin1')
    .matchAll(/FlateDecode[^>]*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    const text = inflated(Buffer.from(stream as string, 'latin1'));
    if (!text.includes('beginbfrange')) continue;
    for (const [, hex] of text.matchAll(/<([0-9a-f]{4})>/g))
      found.add(String.fromCharCode(Number.parseInt(hex as string, 16)));
  }
  return found;
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
}
