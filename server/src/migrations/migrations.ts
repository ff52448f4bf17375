import type { Migration } from '../platform/database/migrator';
import { ruleLineages } from './0001-rule-lineages';

/**
 * Every numbered change of stored data, oldest first. One that has been released is never edited or removed.
 * Indexes need no number, since the stores declare them and the migrator makes the missing ones.
 */
export const migrations: readonly Migration[] = [ruleLineages];
