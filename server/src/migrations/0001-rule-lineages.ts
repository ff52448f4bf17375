import type { Migration } from '../platform/database/migrator';

/** Before there were drafts, every rule document was a first version in force; now each says which rule it is a version of. */
export const ruleLineages: Migration = {
  id: '0001-rule-lineages',
  summary: '给已有的村规写上它是哪份村规的第几版，每一条写上编号',
  async up(database) {
    await database.connection.collection('ruleDocuments').updateMany({ lineageId: { $exists: false } }, [
      {
        $set: {
          lineageId: '$_id',
          slot: { $concat: ['$_id', '/', { $toString: '$version' }] },
          supersededOn: null,
          filingNumber: null,
          clauses: {
            $map: {
              input: '$clauses',
              in: { $mergeObjects: ['$$this', { key: { $concat: ['c', { $toString: '$$this.number' }] } }] },
            },
          },
        },
      },
    ]);
  },
};
