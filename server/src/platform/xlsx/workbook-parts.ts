/** The parts of a workbook that say what there is: its sheets and the texts that cells share. */
import { posix } from 'node:path';
import type { XlsxArchive } from './xlsx-archive';
import { XLSX_LIMITS, XlsxError } from './xlsx-limits';
import { decodeText, keptText } from './xlsx-text';
import { readXml } from './xml-parts';

export interface SheetEntry {
  readonly name: string;
  /** Where its rows are in the archive. */
  readonly part: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  /** In the order of their tabs. */
  readonly sheets: readonly SheetEntry[];
  readonly sharedTextsPart: string | undefined;
  readonly daysFrom1904: boolean;
}

interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`. */
  readonly type: string;
  readonly part: string;
}

/** Finds the workbook in the archive and lists its sheets; charts, which are sheets of another kind, are left out. */
export async function readWorkbook(archive: XlsxArchive): Promise<Workbook> {
  if (!archive.has('[Content_Types].xml')) throw new XlsxError('notXlsx');
  const main = (await readRelations(archive, '')).find(({ type }) => type === 'officeDocument');
  if (!main) throw new XlsxError('notXlsx');
  if (main.part.endsWith('.bin')) throw new XlsxError('binaryFormat');
  const relations = await readRelations(archive, main.part);
  const sheets: SheetEntry[] = [];
  let isWorkbook = false;
  let daysFrom1904 = false;
  await readXml(archive.read(main.part), {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') daysFrom1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const relation = relations.find((one) => one.id === id);
      if (relation?.type !== 'worksheet') return;
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: keptText(attributes.name ?? ''), part: relation.part, isHidden });
    },
  });
  // A Word document is the same kind of archive.
  if (!isWorkbook) throw new XlsxError('notXlsx');
  return { sheets, sharedTextsPart: relations.find(({ type }) => type === 'sharedStrings')?.part, daysFrom1904 };
}

/** What a part refers to; targets are resolved to names in the archive. @param part '' for the archive itself */
async function readRelations(archive: XlsxArchive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const relations: Relation[] = [];
  await readXml(archive.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: target });
    },
  });
  return relations;
}

/** The shared texts, by number. Their reading aids (Japanese furigana) are not part of them. */
export async function readSharedTexts(archive: XlsxArchive, part: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (part === undefined) return texts;
  let text = '';
  let isText = false;
  let isReadingAid = false;
  await readXml(archive.read(part), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 't') isText = !isReadingAid;
      if (name === 'rPh') isReadingAid = true;
    },
    text(more) {
      if (isText) text = keptText(text + more);
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isReadingAid = false;
      if (name !== 'si') return;
      if (texts.length >= XLSX_LIMITS.sharedTexts) throw new XlsxError('tooLarge');
      texts.push(decodeText(text));
    },
  });
  return texts;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
