import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { Database } from '../database/database';

/** Deletes what has expired, from whichever collection it is told. */
@Provide()
@Scope(ScopeEnum.Singleton)
export class SweeperStore {
  @Inject()
  private readonly database!: Database;

  /**
   * Deletes up to `limit` documents whose `field` is a date up to `now`; those without one stay.
   *
   * @returns how many were found: as many as the limit when there may be more
   */
  async deleteExpired(collection: string, field: string, now: Date, limit: number): Promise<number> {
    const documents = this.database.connection.collection(collection);
    const expired = { [field]: { $lte: now } };
    const found = await documents
      .find(expired)
      .sort({ [field]: 1 })
      .limit(limit)
      .project({ _id: 1 })
      .toArray();
    // Asked again: one that was given a longer life meanwhile keeps it.
    if (found.length > 0) await documents.deleteMany({ _id: { $in: found.map(({ _id }) => _id) }, ...expired });
    return found.length;
  }
}
