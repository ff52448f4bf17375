/** Which clauses a search finds, and what of them is marked. Pure: the store has already chosen likely documents. */
import { findWords, type Mark } from '../../kernel/text';

/** The part of a clause that is searched. */
interface Searched {
  readonly title: string;
  readonly text: string;
}

export interface ClauseMatch<Clause> {
  readonly clause: Clause;
  readonly titleMarks: Mark[];
  readonly textMarks: Mark[];
}

/** The clauses that contain every word, each in its title or its text, in their order. */
export function matchClauses<Clause extends Searched>(
  clauses: readonly Clause[],
  words: readonly string[],
): ClauseMatch<Clause>[] {
  return clauses
    .filter(({ title, text }) => words.every((word) => findWords(title, [word]) ?? findWords(text, [word])))
    .map((clause) => ({ clause, titleMarks: marksOf(clause.title, words), textMarks: marksOf(clause.text, words) }));
}

function marksOf(text: string, words: readonly string[]): Mark[] {
  const present = words.filter((word) => findWords(text, [word]) !== null);
  return present.length > 0 ? (findWords(text, present) ?? []) : [];
}
