/** The rows of one sheet, as its XML comes by. */
import type { Cell, MergedRange, SheetRow } from './xlsx-cells';
import { XLSX_LIMITS, XlsxError } from './xlsx-limits';
import { decodeText, keptText, placeOf } from './xlsx-text';
import { type Attributes, readXml, type XmlReader } from './xml-parts';

/** A number is written in at most 24 letters. */
const NUMBER_CHARACTERS = 40;

export class SheetReader implements XmlReader {
  private row = 0;
  private cells = new Map<number, Cell>();
  private column = -1;
  private type = '';
  private value = '';
  private isValue = false;
  private isFormula = false;
  private isReadingAid = false;

  constructor(
    private readonly sharedTexts: readonly string[],
    private readonly onRow: (row: SheetRow) => void,
    private readonly onMerged: (range: MergedRange) => void,
  ) {}

  async read(chunks: AsyncIterable<string>, pause: () => Promise<void>): Promise<void> {
    await readXml(pausing(chunks, pause), this);
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        this.row = nextNumber(attributes.r, this.row);
        this.cells = new Map();
        this.column = -1;
        break;
      case 'c':
        this.openCell(attributes);
        break;
      case 'f':
        this.isFormula = true;
        break;
      case 'v':
      case 't':
        this.isValue = !this.isReadingAid;
        break;
      case 'rPh':
        this.isReadingAid = true;
        break;
      case 'mergeCell':
        this.openMerged(attributes.ref ?? '');
        break;
    }
  }

  text(text: string): void {
    if (this.isValue) this.value = keptText(this.value + text);
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.isValue = false;
        break;
      case 'rPh':
        this.isReadingAid = false;
        break;
      case 'c':
        this.closeCell();
        break;
      case 'row':
        if (this.cells.size > 0) this.onRow({ row: this.row, cells: this.cells });
        break;
    }
  }

  private openCell({ r, t = '' }: Attributes): void {
    const place = r === undefined ? { row: this.row, column: this.column + 1 } : placeOf(r);
    if (place?.row !== this.row) throw new XlsxError('broken');
    this.column = place.column;
    this.type = t;
    this.value = '';
    this.isFormula = false;
  }

  private closeCell(): void {
    const cell = this.column < XLSX_LIMITS.columns ? this.cell() : null;
    if (cell) this.cells.set(this.column, cell);
  }

  private cell(): Cell | null {
    if (this.isFormula) return { kind: 'formula' };
    if (this.value === '') return null;
    switch (this.type) {
      case 's':
        return textCell(this.sharedText());
      case 'inlineStr':
      case 'str':
      case 'd':
        return textCell(decodeText(this.value));
      case 'b':
        return { kind: 'boolean', value: this.value === '1' || this.value === 'true' };
      case 'e':
        return { kind: 'error' };
      default:
        return { kind: 'number', value: numberIn(this.value) };
    }
  }

  private sharedText(): string {
    const text = this.sharedTexts[numberIn(this.value)];
    if (text === undefined) throw new XlsxError('broken');
    return text;
  }

  private openMerged(reference: string): void {
    const [from, to] = reference.split(':').map(placeOf);
    if (!from || !to) throw new XlsxError('broken');
    this.onMerged({ fromRow: from.row, toRow: to.row, fromColumn: from.column, toColumn: to.column });
  }
}

async function* pausing(chunks: AsyncIterable<string>, pause: () => Promise<void>): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    yield chunk;
    await pause();
  }
}

/** A row says its number or follows the one before; it never goes back. */
function nextNumber(written: string | undefined, before: number): number {
  const number = written === undefined ? before + 1 : Number(written);
  if (!Number.isInteger(number) || number <= before) throw new XlsxError('broken');
  return number;
}

/** Cells that hold only spaces are empty to whoever looks at them. */
function textCell(text: string): Cell | null {
  return text.trim() === '' ? null : { kind: 'text', text };
}

function numberIn(value: string): number {
  const number = value.length > NUMBER_CHARACTERS ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) throw new XlsxError('broken');
  return number;
}
