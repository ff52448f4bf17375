/**
 * Makes PDFs with Chinese text. What a PDF consists of is data (`PdfBlock`); this draws it, embeds of the fonts only what is
 * used, and numbers the pages. The same content is the same file, byte for byte.
 */

import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import type { FileAnswer } from '@xiangyue/shared/kernel/transfer';
import PDFDocument from 'pdfkit';
import { Slots } from '../files/slots';
import { fontOf, type PdfWeight } from './pdf-fonts';
import { FOOT_FROM_BOTTOM_PT, INDIGO, LOOKS, type Look, type LookName, MADDER, MARGIN_PT } from './pdf-looks';

export interface PdfAbout {
  /** Also the name under which the file is saved. */
  readonly title: string;
  /** Stands at the foot of every page, before its number. */
  readonly foot: string;
  /** When its content was made, not when it is printed. */
  readonly createdAt: Date;
}

/** A paragraph in one of the looks, or the row of lozenges under a title. */
export type PdfBlock = { readonly look: LookName; readonly text: string } | 'lozenges';

/** One at a time: drawing is work for a processor, and others wait for its answers. */
const AT_ONCE = new Slots(1);
/** After so many blocks other requests are served in between. */
const BLOCKS_AT_ONCE = 20;
const LOZENGES = 9;
const LOZENGE_PT = 7;

type Document = PDFKit.PDFDocument;

/** A PDF of these blocks on A4, whole. Half a second of one processor for 100 clauses, two the first time. */
export function writePdf(about: PdfAbout, blocks: readonly PdfBlock[]): Promise<Buffer> {
  return AT_ONCE.run(async () => {
    const doc = startDocument(about);
    const bytes = buffer(doc);
    for (const [at, block] of blocks.entries()) {
      if (at % BLOCKS_AT_ONCE === 0) await setImmediate();
      if (block === 'lozenges') drawLozenges(doc);
      else drawText(doc, LOOKS[block.look], block.text);
    }
    numberPages(doc, about.foot);
    doc.end();
    return bytes;
  });
}

/** A finished PDF as a route answers with it. */
export function pdfAnswer(title: string, bytes: Uint8Array): FileAnswer {
  return { name: `${title}.pdf`, mediaType: 'application/pdf', bytes: once(bytes) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function startDocument({ title, createdAt }: PdfAbout): Document {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN_PT,
    // Until the last page is there, nobody knows of how many it is one.
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Author: '乡约', CreationDate: createdAt },
  });
  // It takes an opened font too, which its types do not say.
  for (const weight of ['regular', 'bold'] satisfies PdfWeight[])
    doc.registerFont(weight, fontOf(weight) as unknown as Buffer);
  return doc;
}

function drawText(doc: Document, look: Look, text: string): void {
  const bottom = doc.page.height - MARGIN_PT;
  if (doc.y + look.beforePt + look.roomPt > bottom) doc.addPage();
  else if (doc.y > MARGIN_PT) doc.y += look.beforePt;
  styled(doc, look).text(text, {
    align: look.align,
    lineGap: look.leadingPt,
    indent: look.indentCharacters * look.sizePt,
    // Chinese has no ligatures to look for: a third of the time.
    features: [],
  });
  doc.y += look.afterPt;
}

function styled(doc: Document, { weight, sizePt, colour }: Look): Document {
  return doc.font(weight).fontSize(sizePt).fillColor(colour);
}

/** A quiet row, indigo with one in madder in the middle. */
function drawLozenges(doc: Document): void {
  const top = doc.y + 4;
  const left = (doc.page.width - LOZENGES * LOZENGE_PT) / 2;
  for (let i = 0; i < LOZENGES; i++) {
    const [x, half] = [left + i * LOZENGE_PT, LOZENGE_PT / 2];
    doc
      .polygon([x, top + half], [x + half, top], [x + LOZENGE_PT, top + half], [x + half, top + LOZENGE_PT])
      .fill(i === (LOZENGES - 1) / 2 ? MADDER : INDIGO);
  }
  doc.y = top + LOZENGE_PT + 8;
}

function numberPages(doc: Document, foot: string): void {
  const { count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    doc.switchToPage(i);
    // Below the margin it would begin a new page.
    doc.page.margins.bottom = 0;
    styled(doc, LOOKS.foot).text(
      `${foot}　第 ${i + 1} 页，共 ${count} 页`,
      MARGIN_PT,
      doc.page.height - FOOT_FROM_BOTTOM_PT,
      {
        align: 'center',
        width: doc.page.width - 2 * MARGIN_PT,
        lineBreak: false,
        features: [],
      },
    );
  }
}
