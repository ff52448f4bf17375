/** Stretches of time as values: half-open, `[from, to)`, in whatever unit both sides use. Pure algebra, no clock. */

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** In order, and what overlaps or touches joined; empty stretches are none. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  const joined: Array<{ from: number; to: number }> = [];
  for (const { from, to } of sorted) {
    const last = joined[joined.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** What is in one of the first and in none of the second, in order. */
export function subtract(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = union(taken);
  const left: Interval[] = [];
  for (const { from, to } of union(intervals)) {
    let start = from;
    for (const hole of holes) {
      if (hole.to <= start) continue;
      if (hole.from >= to) break;
      if (hole.from > start) left.push({ from: start, to: hole.from });
      start = Math.max(start, hole.to);
    }
    if (start < to) left.push({ from: start, to });
  }
  return left;
}

/** True when one of the joined stretches holds the whole of it. @param joined as `union` gives them */
export function covers(joined: readonly Interval[], { from, to }: Interval): boolean {
  return joined.some((one) => one.from <= from && to <= one.to);
}
