import type { Migration } from '../platform/database/migrator';

/**
 * Every numbered change of stored data, oldest first. One that has been released is never edited or removed.
 * None yet: indexes need no number, since the stores declare them and the migrator makes the missing ones.
 */
export const migrations: readonly Migration[] = [];
