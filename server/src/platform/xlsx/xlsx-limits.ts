/**
 * How much of a workbook is read. A file of one megabyte can claim to be a gigabyte of spaces, a million rows or a cell of
 * a hundred million letters; whoever sends one learns that it is too large, and the service stays as it was.
 */
export const XLSX_LIMITS = {
  /** As it is sent. 20,000 people of 12 columns are 1 to 2 MB; with it, a sealed file fits into one document of the database. */
  fileBytes: 5 * 1024 * 1024,
  /** All parts that are read, unpacked: 20,000 people are 10 to 25 MB. The archive's own claim is checked before, and held to. */
  inflatedBytes: 100 * 1024 * 1024,
  /** Files in the archive; a workbook of 30 sheets with pictures has some 200. */
  entries: 1_000,
  sheets: 50,
  /** Rows that hold something, all sheets together: a large township has 30,000 people. */
  rows: 40_000,
  /** Columns from the left in which something is looked for; what stands further right is somebody's own note. */
  columns: 64,
  /** Texts that cells share, each kept once. */
  sharedTexts: 500_000,
  /** Letters of one cell that are kept; one more is kept to tell that there were more. */
  cellCharacters: 300,
} as const;

/** Why a file cannot be read as a workbook. */
export type XlsxFault =
  /** Neither a workbook nor anything like one, whatever its name. */
  | 'notXlsx'
  /** The format before 2007, or a workbook with a password: both come in the same outer form. */
  | 'oldFormat'
  | 'locked'
  /** .xlsb */
  | 'binaryFormat'
  | 'tooLarge'
  | 'tooManyRows'
  /** It begins as a workbook and does not go on as one. */
  | 'broken';

export class XlsxError extends Error {
  override readonly name = 'XlsxError';

  /** @param cause what the libraries said, for the log; it may quote the file and is told to nobody */
  constructor(
    readonly fault: XlsxFault,
    cause?: unknown,
  ) {
    super(`workbook: ${fault}`, { cause });
  }
}
