/** Which tables a backup holds, and in what order they are put back. */
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import * as schema from '../schema/tables.ts';

/** What is added up from other tables, and added up again after a restore. */
export const addedUp: readonly PgTable[] = [
  schema.figureChanges,
  schema.figureCounts,
  schema.figureSums,
  schema.figureShares,
  schema.figureReach,
];

/**
 * What a backup leaves out, because it must never go back in time or is learnt anew. A refresh token of old was used since,
 * and to use it again ends the account's consent. A leader's term only grows. What a platform allows, and whether it works,
 * it says again.
 */
export const leftOut: readonly PgTable[] = [
  schema.platformTokens,
  schema.leadership,
  schema.channelAllowances,
  schema.channelStates,
  ...addedUp,
];

/** A table as a backup knows it. */
export type KeptTable = {
  name: string;
  /** Its rows point at each other, so they must be put back in one piece. */
  pointsAtItself: boolean;
  /** It holds whole files, as `bytes`: few of its rows fill the memory. */
  holdsFiles: boolean;
  /** The column that counts by itself. */
  identity: string | undefined;
};

type Found = KeptTable & { pointsAt: Set<string> };

const found: Found[] = Object.values(schema).flatMap((table) => {
  if (!is(table, PgTable) || leftOut.includes(table)) return [];
  const { name, columns, foreignKeys } = getTableConfig(table);
  const pointsAt = new Set(foreignKeys.map((key) => getTableName(key.reference().foreignTable)));
  return [
    {
      name,
      pointsAtItself: pointsAt.delete(name),
      holdsFiles: columns.some((column) => column.getSQLType() === 'bytea' && column.name === 'bytes'),
      identity: columns.find(({ generatedIdentity }) => generatedIdentity)?.name,
      pointsAt,
    },
  ];
});

/** Every table but those left out; each stands behind those that it points at. */
export const keptTables: readonly KeptTable[] = inOrder(found);

function inOrder(tables: Found[]): Found[] {
  const ordered: Found[] = [];
  let left = tables;
  while (left.length > 0) {
    const free = left.filter(({ pointsAt }) => !left.some(({ name }) => pointsAt.has(name)));
    if (free.length === 0) throw new Error(`tables point at each other: ${left.map(({ name }) => name)}`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}
