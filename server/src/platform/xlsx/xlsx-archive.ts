/** The outer form of a workbook: a ZIP archive, of which some parts are read, one after another, within limits. */
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { XLSX_LIMITS, XlsxError } from './xlsx-limits';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** The outer form of .xls, and of a workbook that was saved with a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const LOCKED_PART = Buffer.from('EncryptedPackage', 'utf16le');

export class XlsxArchive {
  private leftBytes: number = XLSX_LIMITS.inflatedBytes;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Reads the list of parts. Throws an XlsxError for whatever is no workbook by its outer form. */
  static async open(bytes: Buffer): Promise<XlsxArchive> {
    if (bytes.length > XLSX_LIMITS.fileBytes) throw new XlsxError('tooLarge');
    if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND))
      throw new XlsxError(bytes.includes(LOCKED_PART) ? 'locked' : 'oldFormat');
    if (!bytes.subarray(0, ZIP.length).equals(ZIP)) throw new XlsxError('notXlsx');
    try {
      const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: false });
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        if (entries.size >= XLSX_LIMITS.entries) throw new XlsxError('tooLarge');
        // Two parts of one name: which one is meant depends on who reads, so nobody should.
        if (entries.has(nameOf(entry))) throw new XlsxError('broken');
        entries.set(nameOf(entry), entry);
      }
      return new XlsxArchive(zip, entries);
    } catch (error) {
      throw asXlsxError(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /**
   * The text of a part, as it is unpacked. Its claimed size is taken off what is left of the limit, and it cannot grow
   * beyond the claim. Throws an XlsxError, also while it is read.
   */
  async *read(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new XlsxError('broken');
    this.leftBytes -= entry.uncompressedSize;
    if (this.leftBytes < 0) throw new XlsxError('tooLarge');
    if (entry.isEncrypted()) throw new XlsxError('locked');
    let stream: Readable | undefined;
    try {
      stream = await this.zip.openReadStreamPromise(entry);
      stream.setEncoding('utf8');
      for await (const chunk of stream) yield chunk as string;
    } catch (error) {
      throw asXlsxError(error);
    } finally {
      stream?.destroy();
    }
  }
}

/** The standard compares names of parts without regard to case. */
function nameOf({ fileName }: Entry): string {
  return fileName.toLowerCase();
}

/** Whatever a library says about the bytes that a stranger sent is their fault, not ours. */
function asXlsxError(error: unknown): XlsxError {
  return error instanceof XlsxError ? error : new XlsxError('broken', error);
}
