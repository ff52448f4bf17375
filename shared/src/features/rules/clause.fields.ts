/** The fields of a clause that several contracts of the rules share, with their limits. */
import { z } from 'zod';

/** Names a clause within a document and through its versions: kept when the clause moves or is reworded. */
export const clauseKey = z.string().regex(/^[a-z0-9]{1,20}$/, '条的编号不对');

/** The article that a clause rests on. `gist` is one plain sentence, not the article's words. */
export const legalBasis = z.object({ law: z.string(), article: z.string(), gist: z.string() });
