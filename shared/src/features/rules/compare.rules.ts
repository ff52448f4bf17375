/**
 * What changed between two versions, clause by clause, with the changed words marked. A clause is followed by its key, which
 * stays when it is moved or reworded; a clause that was taken out and written anew is a new one.
 */

interface ComparedClause {
  readonly key: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly consequence: string;
}

/** A stretch of text that is in both versions, only in the newer, or only in the older. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface ClauseChange<Clause> {
  readonly key: string;
  readonly kind: 'same' | 'moved' | 'changed' | 'added' | 'removed';
  readonly before: Clause | null;
  readonly after: Clause | null;
  readonly title: readonly Piece[];
  readonly text: readonly Piece[];
  readonly consequence: readonly Piece[];
}

/** Changes in the order of the newer version; what was removed stands where it stood. */
export function compareVersions<Clause extends ComparedClause>(
  before: readonly Clause[],
  after: readonly Clause[],
): ClauseChange<Clause>[] {
  const older = new Map(before.map((clause) => [clause.key, clause]));
  const kept = new Set(after.map(({ key }) => key));
  const moved = movedKeys(
    before.filter(({ key }) => kept.has(key)).map(({ key }) => key),
    after.filter(({ key }) => older.has(key)).map(({ key }) => key),
  );
  const changes = after.map((clause) => changeOf(older.get(clause.key) ?? null, clause, moved.has(clause.key)));
  // Each removed clause follows the clause that stood before it.
  before.forEach((clause, at) => {
    if (kept.has(clause.key)) return;
    const previous = before[at - 1]?.key;
    changes.splice(changes.findIndex(({ key }) => key === previous) + 1, 0, changeOf(clause, null, false));
  });
  return changes;
}

function changeOf<Clause extends ComparedClause>(
  before: Clause | null,
  after: Clause | null,
  isMoved: boolean,
): ClauseChange<Clause> {
  const pieces = (field: 'title' | 'text' | 'consequence') => diffTexts(before?.[field] ?? '', after?.[field] ?? '');
  const parts = { title: pieces('title'), text: pieces('text'), consequence: pieces('consequence') };
  const isReworded = Object.values(parts).some((part) => part.some(({ kind }) => kind !== 'same'));
  const kind = !before ? 'added' : !after ? 'removed' : isReworded ? 'changed' : isMoved ? 'moved' : 'same';
  return { key: (after ?? before)?.key ?? '', kind, before, after, ...parts };
}

/** Keys that left their place among the others: those outside a longest run that kept its order. */
function movedKeys(before: readonly string[], after: readonly string[]): Set<string> {
  const stayed = new Set(commonRun(before, after).map(([, at]) => after[at] as string));
  return new Set(after.filter((key) => !stayed.has(key)));
}

/** Above this product of lengths, the middle of a text is shown as replaced whole: it would not be readable otherwise. */
const DIFF_CELLS_LIMIT = 1_000_000;

/** How one text became another: the same, removed and added stretches in reading order. */
export function diffTexts(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  // Code points, so that a rare character in a name is never cut in two.
  const older = [...before];
  const newer = [...after];
  let start = 0;
  while (start < older.length && start < newer.length && older[start] === newer[start]) start++;
  let end = 0;
  while (
    end < older.length - start &&
    end < newer.length - start &&
    older[older.length - 1 - end] === newer[newer.length - 1 - end]
  )
    end++;
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], characters: readonly string[]) => {
    if (characters.length > 0) pieces.push({ kind, text: characters.join('') });
  };
  add('same', older.slice(0, start));
  pieces.push(...diffMiddle(older.slice(start, older.length - end), newer.slice(start, newer.length - end)));
  add('same', older.slice(older.length - end));
  return joinPieces(pieces);
}

function diffMiddle(older: readonly string[], newer: readonly string[]): Piece[] {
  const run = older.length * newer.length > DIFF_CELLS_LIMIT ? [] : commonRun(older, newer);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...run, [older.length, newer.length] as const]) {
    if (a > i) pieces.push({ kind: 'removed', text: older.slice(i, a).join('') });
    if (b > j) pieces.push({ kind: 'added', text: newer.slice(j, b).join('') });
    if (a < older.length) pieces.push({ kind: 'same', text: older[a] as string });
    [i, j] = [a + 1, b + 1];
  }
  return pieces;
}

/** A lone unchanged character between two changes is a coincidence; marked with them, people read words and not letters. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed) joined.push({ kind: 'removed', text: removed });
    if (added) joined.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  const runs = mergeRuns(pieces);
  runs.forEach((piece, at) => {
    const isBetween = at > 0 && at < runs.length - 1 && [...piece.text].length === 1 && !PUNCTUATION.test(piece.text);
    if (piece.kind === 'removed' || (piece.kind === 'same' && isBetween)) removed += piece.text;
    if (piece.kind === 'added' || (piece.kind === 'same' && isBetween)) added += piece.text;
    if (piece.kind === 'same' && !isBetween) {
      flush();
      joined.push(piece);
    }
  });
  flush();
  return joined;
}

const PUNCTUATION = /[，。、；：！？“”（）]/;

function mergeRuns(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    if (last && last.kind === piece.kind)
      merged[merged.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else merged.push(piece);
  }
  return merged;
}

/**
 * Pairs of places of a longest common subsequence, ascending; Myers, "An O(ND) difference algorithm" (1986). Two versions of a
 * clause are mostly the same, and the time grows with what differs, not with the square of the length.
 */
function commonRun(older: readonly string[], newer: readonly string[]): Array<readonly [number, number]> {
  const zero = older.length + newer.length + 1;
  // How far into the older text one comes on each diagonal (older place - newer place) with so many changes.
  const reached = new Int32Array(2 * zero + 1);
  const steps: Int32Array[] = [];
  for (let changes = 0; ; changes++) {
    // What the way back needs of this step: the diagonals around the middle.
    steps.push(reached.slice(zero - changes - 1, zero + changes + 2));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let i = firstPlace(reached, zero, diagonal, changes);
      while (i < older.length && i - diagonal < newer.length && older[i] === newer[i - diagonal]) i++;
      reached[zero + diagonal] = i;
      if (i >= older.length && i - diagonal >= newer.length) return wayBack(steps, older.length, newer.length);
    }
  }
}

/** Where a diagonal is entered: by a removal from the one below, or an addition from the one above, whichever came further. */
function firstPlace(reached: Int32Array, zero: number, diagonal: number, changes: number): number {
  const below = reached[zero + diagonal - 1] as number;
  const above = reached[zero + diagonal + 1] as number;
  return isFromAbove(below, above, diagonal, changes) ? above : below + 1;
}

function isFromAbove(below: number, above: number, diagonal: number, changes: number): boolean {
  return diagonal === -changes || (diagonal !== changes && below < above);
}

function wayBack(steps: readonly Int32Array[], endI: number, endJ: number): Array<readonly [number, number]> {
  const run: Array<readonly [number, number]> = [];
  let [i, j] = [endI, endJ];
  for (let changes = steps.length - 1; changes >= 0; changes--) {
    const step = steps[changes] as Int32Array;
    const zero = changes + 1;
    const diagonal = i - j;
    const below = step[zero + diagonal - 1] as number;
    const above = step[zero + diagonal + 1] as number;
    const fromAbove = isFromAbove(below, above, diagonal, changes);
    const previousI = changes === 0 ? 0 : fromAbove ? above : below;
    const previousJ = changes === 0 ? 0 : previousI - (fromAbove ? diagonal + 1 : diagonal - 1);
    // Back along what is the same, to where this step's change had led.
    const firstI = changes === 0 ? 0 : fromAbove ? previousI : previousI + 1;
    while (i > firstI) run.push([--i, --j]);
    [i, j] = [previousI, previousJ];
  }
  return run.reverse();
}
