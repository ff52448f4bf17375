/** One voice of the phone. Long texts are spoken sentence by sentence: both engines cut off what is too long. */
export interface Voice {
  /** False where nothing can be read aloud; then no button is shown. */
  readonly available: boolean;
  /** Speaks one piece; resolves when it has been said, rejects when the phone cannot. */
  say(piece: string): Promise<void>;
  /** Silences at once; a `say` under way resolves. */
  stop(): void;
}

/** At most this many characters at once: the plug-in takes 1,000 bytes, and browsers fall silent after some 15 seconds. */
const PIECE_MAX_CHARACTERS = 60;

/** Cuts a text at its own pauses into pieces that a voice can say in one go. */
export function piecesOf(text: string): string[] {
  const sentences = text.match(/[^。！？；\n]+[。！？；]?/g) ?? [];
  return sentences.flatMap(splitLong).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

function splitLong(sentence: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const part of sentence.trim().match(/[^，、：]+[，、：]?/g) ?? []) {
    if (piece && piece.length + part.length > PIECE_MAX_CHARACTERS) {
      pieces.push(piece);
      piece = '';
    }
    piece += part;
  }
  return [...pieces, piece];
}
