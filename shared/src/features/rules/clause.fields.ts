/** A clause, and what else several contracts of the rules share. */
import { z } from 'zod';

/** Names a clause within a document and through its versions: kept when the clause moves or is reworded. */
export const clauseKey = z.string().regex(/^[a-z0-9]{1,20}$/, '条的编号不对');

/** The article that a clause rests on. `gist` is one plain sentence, not the article's words. */
const legalBasis = z.object({ law: z.string(), article: z.string(), gist: z.string() });

/** A clause as it is read. */
export const clause = z.object({
  key: clauseKey,
  number: z.int().positive(),
  title: z.string(),
  text: z.string(),
  basis: z.array(legalBasis),
  /** What follows when it is not kept: talk, criticism and education only; the law allows a village no fines. */
  consequence: z.string(),
});

/** How a published version stands on the day. */
export const shownState = z.enum(['upcoming', 'inForce', 'superseded']);
